package com.footstone.audit.web.health;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

import com.footstone.audit.query.PipelineStatus;

/** Started is an instance whose stores have the schema of its version; one without a pipeline starts by being deployed. */
@Startup
@ApplicationScoped
public class PipelineStarted implements HealthCheck {

    @Inject
    Answers answers;

    @Inject
    Instance<PipelineStatus> pipeline;

    @Override
    public HealthCheckResponse call() {
        Optional<String> fault = pipeline.isResolvable() ? pipeline.get().schemaFault() : Optional.empty();
        return answers.of("schema", fault);
    }
}
