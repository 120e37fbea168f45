package com.footstone.audit.intake;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

import com.footstone.audit.query.CompletenessTotals;
import com.footstone.audit.sink.completeness.Judged;

/**
 * What is missing, in numbers over all producers: there are too many for a label each. Counters are added to by the
 * instance that found out, and add up over instances; gauges tell what PostgreSQL holds, and are the same on each.
 */
@ApplicationScoped
public class CompletenessMetrics {

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    private final AtomicLong missing = new AtomicLong();
    private final AtomicLong silent = new AtomicLong();
    private Counter gaps;
    private Counter repeated;
    private Counter dropped;

    @PostConstruct
    void register() {
        gaps = registry.counter(
                named("audit_producer_gaps_total", "Stretches of producers' numbers that were found missing"));
        repeated = registry.counter(
                named("audit_producer_duplicates_total", "Events whose number their producer had given before"));
        dropped = registry.counter(
                named("audit_producer_dropped_total", "Events that producers say they dropped before sending"));
        registry.gauge(
                named("audit_producer_missing_events", "Numbers of producers that are missing now"), missing::get);
        registry.gauge(
                named("audit_producers_silent", "Producers that have sent nothing for longer than they may"),
                silent::get);
    }

    void judged(Judged judged) {
        gaps.inc(judged.gaps());
        repeated.inc(judged.repeated());
        dropped.inc(judged.dropped());
    }

    void totals(CompletenessTotals totals) {
        missing.set(totals.missing());
        silent.set(totals.silent());
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(MetricUnits.NONE)
                .build();
    }
}
