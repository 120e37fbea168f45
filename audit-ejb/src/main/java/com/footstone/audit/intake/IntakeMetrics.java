package com.footstone.audit.intake;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/** What the intake counts. Every counter exists from the start, so that a rate can be taken of the first increment. */
@ApplicationScoped
public class IntakeMetrics {

    /** Where in the pipeline an error happened. */
    enum Stage {
        CONSUME("Kafka"),
        CLAIM("PostgreSQL"),
        DECODE("The decoder"),
        AUDIT("The audit of a batch"),
        QUARANTINE("Kafka"),
        CLICKHOUSE("ClickHouse"),
        POSTGRESQL("PostgreSQL");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** What it depends on, for messages. */
        String label() {
            return label;
        }

        private Tag tag() {
            return new Tag("stage", name().toLowerCase(Locale.ROOT));
        }
    }

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    @Inject
    private Config config;

    private final Map<TopicPartition, AtomicLong> lags = new ConcurrentHashMap<>();
    private final Map<Stage, Counter> errors = new ConcurrentHashMap<>();
    private Counter processed;
    private Counter unknown;
    private Counter lost;
    private String group;

    @PostConstruct
    void register() {
        group = IntakeSettings.from(config).group();
        processed = counter("audit_events_processed_total", "Events stored in ClickHouse and PostgreSQL");
        unknown = counter("audit_unknown_fields_total", "Fields and values of events that this version does not know");
        lost = counter("audit_offsets_lost_total", "Offsets that Kafka deleted before they were audited");
        for (Stage stage : Stage.values()) {
            errors.put(
                    stage,
                    counter(
                            "audit_processing_errors_total",
                            "Failed tries and refused records, by stage",
                            stage.tag()));
        }
    }

    void exist(@Observes Startup start) {
        // Being called is what makes the bean, and so its counters, before there is anything to count.
    }

    /** Counts a batch that both stores hold. */
    void stored(AuditedBatch batch) {
        processed.inc(batch.events().size());
        unknown.inc(batch.unknown());
        batch.refused().forEach(refused -> quarantined(refused.why().reason().name()));
    }

    void lost(long offsets) {
        lost.inc(offsets);
    }

    void error(Stage stage) {
        errors.get(stage).inc();
    }

    private void quarantined(String reason) {
        error(Stage.DECODE);
        counter("audit_events_quarantined_total", "Records moved to the dead-letter topic", new Tag("reason", reason))
                .inc();
    }

    private AtomicLong registered(TopicPartition partition) {
        AtomicLong lag = new AtomicLong();
        Metadata metadata = Metadata.builder()
                .withName("kafka_consumer_lag")
                .withDescription("Records of the partition that are not stored")
                .withUnit(MetricUnits.NONE)
                .build();
        registry.gauge(metadata, lag::get, tags(partition));
        return lag;
    }

    void revoked(TopicPartition partition) {
        registry.remove(new MetricID("kafka_consumer_lag", tags(partition)));
        lags.remove(partition);
    }

    void lag(TopicPartition partition, long lag) {
        lags.computeIfAbsent(partition, this::registered).set(lag);
    }

    private Counter counter(String name, String description, Tag... tags) {
        return registry.counter(
                Metadata.builder()
                        .withName(name)
                        .withDescription(description)
                        .withUnit(MetricUnits.NONE)
                        .build(),
                tags);
    }

    private Tag[] tags(TopicPartition partition) {
        return new Tag[] {
            new Tag("group", group),
            new Tag("topic", partition.topic()),
            new Tag("partition", Integer.toString(partition.partition()))
        };
    }
}
