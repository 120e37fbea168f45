package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.sink.Schema;
import com.footstone.audit.sink.anomaly.AnomalyStore;
import com.footstone.audit.sink.anomaly.Detections;
import com.footstone.audit.sink.anomaly.Kept;
import com.footstone.audit.sink.anomaly.Schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each window is judged once, and what lasts is one anomaly. */
@InServer
class DetectionsIT {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Subject SHOP = Subject.ofTenant("north").by("shop").at("postgresql", "orders");

    @Inject
    private Detections detections;

    @Inject
    private AnomalyStore anomalies;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private final String detector = "Detector" + UUID.randomUUID();

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("detections").withTests(DetectionsIT.class).build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
        detections.begin(detector, NOON);
    }

    @Test
    void windowsFollowEachOtherAndNoneIsJudgedBeforeItIsComplete() {
        List<Window> judged = new ArrayList<>();
        Function<Window, Sighting> noting = window -> {
            judged.add(window);
            return new Sighting(List.of(), false);
        };
        while (detections.judge(detector, until(150), noting).isPresent()) {
            assertThat(judged).hasSizeLessThan(3);
        }

        assertThat(judged)
                .containsExactly(
                        new Window(NOON, NOON.plusSeconds(60)),
                        new Window(NOON.plusSeconds(60), NOON.plusSeconds(120)));
        assertThat(detections.judgedUntil(List.of(detector))).contains(NOON.plusSeconds(120));
        detections.begin(detector, NOON.plusSeconds(600));
        assertThat(detections.judgedUntil(List.of(detector))).contains(NOON.plusSeconds(120));
    }

    @Test
    void whatLastsIsOneAnomalyThatTellsOfTheWorst() throws SQLException {
        assertThat(judge(60, found(Severity.HIGH, 10))).contains(new Kept(List.of(Severity.HIGH), false, 0));
        assertThat(judge(120, found(Severity.CRITICAL, 30))).contains(new Kept(List.of(Severity.CRITICAL), false, 0));
        assertThat(judge(180, found(Severity.HIGH, 20))).contains(new Kept(List.of(), false, 0));
        judge(240, DetectionsIT::nothing);
        assertThat(judge(300, found(Severity.HIGH, 5))).contains(new Kept(List.of(Severity.HIGH), false, 0));

        assertThat(rows())
                .containsExactly(
                        List.of(0L, 180L, 3, 4, "of degree 30.0", "30.0"),
                        List.of(240L, 300L, 1, 3, "of degree 5.0", "5.0"));
    }

    @Test
    void slidingWindowsThatTouchAreOneAnomaly() throws SQLException {
        judge(60, sliding(Severity.HIGH));
        judge(120, DetectionsIT::nothing);
        judge(180, DetectionsIT::nothing);
        judge(240, sliding(Severity.HIGH));

        assertThat(rows()).containsExactly(List.of(-240L, 240L, 2, 3, "of degree 1.0", "1.0"));
    }

    @Test
    void subjectsAreApart() throws SQLException {
        judge(
                60,
                window -> new Sighting(
                        List.of(
                                anomaly(window, SHOP, Severity.HIGH, 1),
                                anomaly(window, SHOP.by("bank"), Severity.LOW, 2),
                                anomaly(window, SHOP.as("clerk", ""), Severity.MEDIUM, 3)),
                        false));
        judge(120, window -> new Sighting(List.of(anomaly(window, SHOP.by("bank"), Severity.LOW, 2)), false));

        assertThat(stores.postgres(
                        "select application, db_user, windows from anomaly where detector = ? order by degree",
                        detector))
                .containsExactly(List.of("shop", "", 1), List.of("bank", "", 2), List.of("shop", "clerk", 1));
    }

    @Test
    void aFailureLeavesTheWindowToBeJudged() throws SQLException {
        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(() -> judge(60, window -> {
                    throw new IllegalStateException("the store is away");
                }));
        assertThat(detections.judgedUntil(List.of(detector))).contains(NOON);

        judge(60, found(Severity.HIGH, 1));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void whatCannotBeKeptIsNotJudged() throws SQLException {
        Subject refused = SHOP.by("PostgreSQL has no place for \u0000");
        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(() -> judge(
                        60,
                        window -> new Sighting(
                                List.of(
                                        anomaly(window, SHOP, Severity.HIGH, 1),
                                        anomaly(window, refused, Severity.HIGH, 1)),
                                false)));

        assertThat(detections.judgedUntil(List.of(detector))).contains(NOON);
        assertThat(rows()).isEmpty();
    }

    @Test
    void severalInstancesJudgeEachWindowOnce() throws Exception {
        AtomicInteger judged = new AtomicInteger();
        List<Callable<Void>> instances = Collections.nCopies(4, () -> {
            for (int i = 0; i < 40; i++) {
                detections.judge(detector, until(600), window -> {
                    judged.incrementAndGet();
                    return new Sighting(List.of(anomaly(window, SHOP, Severity.HIGH, 1)), false);
                });
            }
            return null;
        });
        for (Future<Void> one : executor.invokeAll(instances)) {
            one.get();
        }

        assertThat(judged).hasValue(10);
        assertThat(rows()).containsExactly(List.of(0L, 600L, 10, 3, "of degree 1.0", "1.0"));
    }

    @Test
    void whatEndedLongAgoIsForgotten() throws SQLException {
        judge(60, found(Severity.HIGH, 1));
        anomalies.forget(NOON.plusSeconds(60));
        assertThat(rows()).hasSize(1);

        anomalies.forget(NOON.plusSeconds(61));
        assertThat(rows()).isEmpty();
    }

    private Optional<Kept> judge(long seconds, Function<Window, Sighting> judging) {
        return detections.judge(detector, until(seconds), judging);
    }

    private static Sighting nothing(Window window) {
        return new Sighting(List.of(), false);
    }

    private static Schedule until(long seconds) {
        return new Schedule(MINUTE, NOON.plusSeconds(seconds), Duration.ofDays(1));
    }

    private Function<Window, Sighting> found(Severity severity, double degree) {
        return window -> new Sighting(List.of(anomaly(window, SHOP, severity, degree)), false);
    }

    private Function<Window, Sighting> sliding(Severity severity) {
        return window ->
                new Sighting(List.of(anomaly(window.reachingBack(Duration.ofMinutes(5)), SHOP, severity, 1)), false);
    }

    private Anomaly anomaly(Window window, Subject subject, Severity severity, double degree) {
        return new Anomaly(
                detector,
                subject,
                window,
                severity,
                degree,
                "of degree " + degree,
                Map.of("degree", String.valueOf(degree)));
    }

    /** Start and end as seconds from noon, windows, severity, message and evidence. */
    private List<List<Object>> rows() throws SQLException {
        return stores.postgres("""
                select extract(epoch from window_from)::bigint - %1$d, extract(epoch from window_to)::bigint - %1$d,
                       windows, severity::int, message, evidence ->> 'degree'
                from anomaly where detector = ? order by window_from
                """.formatted(NOON.getEpochSecond()), detector);
    }
}
