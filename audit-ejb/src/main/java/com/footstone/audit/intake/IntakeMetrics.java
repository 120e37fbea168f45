package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
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
import org.eclipse.microprofile.metrics.Timer;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

import com.footstone.audit.model.AuditedEvent;

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
        ROWS("The writing of rows"),
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

    /** What a batch goes through, in this order; the other stages are counted where they fail and take no time of it. */
    private static final List<Stage> STEPS =
            List.of(Stage.CLAIM, Stage.AUDIT, Stage.QUARANTINE, Stage.ROWS, Stage.CLICKHOUSE, Stage.POSTGRESQL);

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    @Inject
    private Config config;

    @Inject
    private IntakeStatus status;

    private final Clock clock = Clock.systemUTC();
    private final Map<TopicPartition, AtomicLong> lags = new ConcurrentHashMap<>();
    private final Map<Stage, Counter> errors = new ConcurrentHashMap<>();
    private final Map<Stage, Timer> durations = new EnumMap<>(Stage.class);
    private Timer delay;
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
        STEPS.forEach(stage -> durations.put(
                stage,
                registry.timer(
                        timed("audit_stage_duration", "Time that a step of the pipeline takes for a batch, each try"),
                        stage.tag())));
        delay = registry.timer(
                timed("audit_event_delay", "Age of the first event of a batch when both stores hold it"));
        registry.gauge(
                named("audit_intake_stalls", "Partitions and consumers of this instance that should move and do not"),
                () -> status.stalls().size());
        registry.gauge(
                named("audit_intake_paused", "1 if this instance audits no events because audit.enabled is false"),
                () -> status.paused() ? 1 : 0);
    }

    void exist(@Observes Startup start) {
        // Being called is what makes the bean, and so its counters, before there is anything to count.
    }

    /** Counts a batch that both stores hold. */
    void stored(AuditedBatch batch) {
        processed.inc(batch.events().size());
        unknown.inc(batch.unknown());
        batch.refused().forEach(refused -> quarantined(refused.why().reason().name()));
        batch.events().stream().findFirst().ifPresent(this::delayed);
    }

    /** A try of a step ended, well or not. */
    void took(Stage stage, Duration duration) {
        durations.get(stage).update(duration);
    }

    /** A producer's clock may be ahead of ours. */
    private void delayed(AuditedEvent event) {
        Duration age = Duration.between(event.analysed().event().timestamp(), clock.instant());
        delay.update(age.isNegative() ? Duration.ZERO : age);
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
        registry.gauge(
                named("kafka_consumer_lag", "Records of the partition that are not stored"), lag::get, tags(partition));
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
        return registry.counter(named(name, description), tags);
    }

    private static Metadata named(String name, String description) {
        return metadata(name, description, MetricUnits.NONE);
    }

    private static Metadata timed(String name, String description) {
        return metadata(name, description, MetricUnits.SECONDS);
    }

    private static Metadata metadata(String name, String description, String unit) {
        return Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(unit)
                .build();
    }

    private Tag[] tags(TopicPartition partition) {
        return new Tag[] {
            new Tag("group", group),
            new Tag("topic", partition.topic()),
            new Tag("partition", Integer.toString(partition.partition()))
        };
    }
}
