package com.footstone.audit.web.health;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import com.footstone.audit.web.Leaving;

/** Ready is an instance that stays: one that was told to end should be sent nothing more, though it still answers. */
@Readiness
@ApplicationScoped
public class InstanceReady implements HealthCheck {

    @Inject
    Answers answers;

    @Override
    public HealthCheckResponse call() {
        return answers.of(
                "instance", Leaving.now() ? Optional.of("the instance was told to end, and ends") : Optional.empty());
    }
}
