package com.footstone.audit.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.config.HotSettings;

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
    private HotSettings hot;

    @Inject
    private TenantQueries queries;

    @Inject
    private TenantMetrics metrics;

    private final Clock clock = Clock.systemUTC();
    private final RepeatedLook looks =
            new RepeatedLook(new FaultNotice(LOG, "Tenants' executions cannot be counted"), this::look, INTERVAL);

    /** Begins to look, until {@link #end}; the stores have their schema. */
    public void begin() {
        looks.begin(executor);
    }

    /** Looks no more. */
    public void end() {
        looks.end();
    }

    private void look() {
        int most = TenantSettings.from(hot.config()).most();
        Instant hour = clock.instant().minus(SPAN).truncatedTo(ChronoUnit.HOURS);
        metrics.show(most == 0 ? List.of() : queries.counts(hour, most));
    }
}
