package com.footstone.audit.web.health;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

import com.footstone.audit.query.PipelineStatus;

/**
 * Alive is an instance that a restart would not help. Stores and brokers that are away do not make it dead: restarting
 * would only add to their trouble.
 */
@Liveness
@ApplicationScoped
public class PipelineAlive implements HealthCheck {

    @Inject
    Answers answers;

    @Inject
    Instance<PipelineStatus> pipeline;

    @Override
    public HealthCheckResponse call() {
        Optional<String> death = pipeline.isResolvable() ? pipeline.get().death() : Optional.empty();
        return answers.of("consumers", death);
    }
}
