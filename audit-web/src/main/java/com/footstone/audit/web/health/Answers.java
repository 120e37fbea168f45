package com.footstone.audit.web.health;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import com.footstone.audit.query.Store;

/** Answers to probes; what they say is told to the log too. */
@ApplicationScoped
public class Answers {

    @Inject
    ProbeLog log;

    /** Of a store, with the settings to look at where it is down. */
    HealthCheckResponse of(Store store, Optional<String> fault) {
        return of(store.title(), fault.map(reason -> reason + "; see " + store.settings()));
    }

    /** Up, or down for a reason. */
    HealthCheckResponse of(String name, Optional<String> fault) {
        return of(
                name,
                fault.<Map<String, String>>map(reason -> Map.of("reason", reason))
                        .orElse(Map.of()));
    }

    /** Up, or down for reasons of several parts. */
    HealthCheckResponse of(String name, Map<String, String> faults) {
        log.heard(name, faults.values());
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name).status(faults.isEmpty());
        faults.forEach(answer::withData);
        return answer.build();
    }
}
