package com.footstone.audit.web.health;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
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
    Instance<PipelineStatus> pipeline;

    @Override
    public HealthCheckResponse call() {
        Map<String, String> stalls = pipeline.isResolvable() ? pipeline.get().stalls() : Map.of();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("intake").status(stalls.isEmpty());
        stalls.forEach(answer::withData);
        return answer.build();
    }
}
