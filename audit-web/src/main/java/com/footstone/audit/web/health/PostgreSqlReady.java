package com.footstone.audit.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreProbes;

/** Ready is an instance that can work with PostgreSQL. */
@Readiness
@ApplicationScoped
public class PostgreSqlReady implements HealthCheck {

    @Inject
    Answers answers;

    @Inject
    StoreProbes stores;

    @Override
    public HealthCheckResponse call() {
        return answers.of(Store.POSTGRESQL, stores.fault(Store.POSTGRESQL));
    }
}
