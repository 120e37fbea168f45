package com.footstone.audit.web.health;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import com.footstone.audit.query.PipelineStatus;

/**
 * Ready is an instance whose events move. One that cannot do its work must hold a roll-out back, even where it could still
 * answer questions about what is kept; instances that only answer have no pipeline.
 */
@Readiness
@ApplicationScoped
public class PipelineReady implements HealthCheck {

    @Inject
    Answers answers;

    @Inject
    Instance<PipelineStatus> pipeline;

    @Override
    public HealthCheckResponse call() {
        Map<String, String> faults = pipeline.isResolvable() ? faults(pipeline.get()) : Map.of();
        return answers.of("intake", faults);
    }

    private static Map<String, String> faults(PipelineStatus pipeline) {
        Map<String, String> faults = new TreeMap<>(pipeline.stalls());
        pipeline.schemaFault().ifPresent(fault -> faults.put("schema", fault));
        return faults;
    }
}
