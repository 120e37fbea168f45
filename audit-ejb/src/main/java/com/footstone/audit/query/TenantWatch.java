package com.footstone.audit.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

/**
 * Tells the metrics by tenant from time to time. They are counted from what is stored and not as events come: so the tenants
 * that are named are the largest, each instance tells the same, and a restart changes nothing.
 */
@ApplicationScoped
public class TenantWatch {

    private static final System.Logger LOG = System.getLogger(TenantWatch.class.getName());

    private static final Duration SPAN = Duration.ofHours(24);
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private TenantQueries queries;

    @Inject
    private TenantMetrics metrics;

    private final Clock clock = Clock.systemUTC();
    private final RepeatedLook looks =
            new RepeatedLook(new FaultNotice(LOG, "Tenants' executions cannot be counted"), this::look, INTERVAL);
    private TenantSettings settings;

    /** Begins to look, until {@link #end}; the stores have their schema. */
    public void begin() {
        settings = TenantSettings.from(config);
        if (settings.most() > 0) {
            looks.begin(executor);
        }
    }

    /** Looks no more. */
    public void end() {
        looks.end();
    }

    private void look() {
        Instant hour = clock.instant().minus(SPAN).truncatedTo(ChronoUnit.HOURS);
        metrics.show(queries.counts(hour, settings.most()));
    }
}
