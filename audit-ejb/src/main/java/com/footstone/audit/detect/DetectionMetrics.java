package com.footstone.audit.detect;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

import com.footstone.audit.model.Severity;
import com.footstone.audit.sink.anomaly.Kept;

/**
 * What detection counts. Counters are added to by the instance that judged, and add up over instances; the gauge tells what
 * PostgreSQL holds, and is the same on each that looks.
 */
@ApplicationScoped
public class DetectionMetrics {

    private static final String DETECTOR = "detector";

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    private final AtomicLong behind = new AtomicLong();

    @PostConstruct
    void register() {
        registry.gauge(
                named(
                        "audit_detection_behind_seconds",
                        "How long ago what the slowest detector has judged was received"),
                behind::get);
    }

    /** Makes a detector's counters visible before there is anything to count: an alert on a rate needs the zero. */
    void announce(String detector) {
        for (Severity severity : Severity.values()) {
            if (severity != Severity.SAFE) {
                anomalies(detector, severity);
            }
        }
        skipped(detector);
    }

    void judged(String detector, Kept kept) {
        kept.reached().forEach(severity -> anomalies(detector, severity).inc());
        skipped(detector).inc(kept.skipped());
    }

    void behind(Duration time) {
        behind.set(Math.max(0, time.toSeconds()));
    }

    private Counter anomalies(String detector, Severity severity) {
        return registry.counter(
                named(
                        "audit_anomalies_total",
                        "Anomalies that began or became worse, by the severity that they reached"),
                new Tag(DETECTOR, detector),
                new Tag("severity", severity.name()));
    }

    private Counter skipped(String detector) {
        return registry.counter(
                named("audit_detection_skipped_windows_total", "Windows that were too old to be judged"),
                new Tag(DETECTOR, detector));
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(MetricUnits.NONE)
                .build();
    }
}
