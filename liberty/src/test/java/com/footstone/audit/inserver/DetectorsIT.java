package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Detectors ask ClickHouse what they mean to ask. Each test asks about a tenant of its own. */
@InServer
class DetectorsIT {

    private static final String SENSITIVE = "checker.firstAccess.tables";

    @Inject
    private Lookout lookout;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    private String name;
    private Instant now;
    private Occurrence done;
    private Occurrence failed;
    private Occurrence refused;

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("detectors")
                .withTests(DetectorsIT.class, Lookout.class, Occurrence.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
        name = lookout.tenant();
        now = lookout.now();
        done = lookout.usual();
        failed = done.with(event -> event.sqlState("40P01"));
        refused = done.with(event -> event.sqlState("42501"));
    }

    @AfterEach
    void forget() {
        System.clearProperty(SENSITIVE);
    }

    @Test
    void failuresAreCountedByApplicationAndDatabaseInTheSlidingWindow() throws SQLException {
        receive(Duration.ofMinutes(6), times(50, failed));
        receive(Duration.ofMinutes(5), times(10, failed));
        receive(Duration.ofMinutes(3), times(60, done));
        receive(Duration.ofMinutes(1), times(10, failed));
        receive(Duration.ZERO, times(50, failed));
        receive(Duration.ofMinutes(2), times(20, at("stock", failed)));
        receive(Duration.ofMinutes(2), times(100, at("users", done)));
        receive(Duration.ofMinutes(2), times(9, at("users", failed)));

        assertThat(found("ErrorRate"))
                .extracting(
                        anomaly -> anomaly.subject().dbName(),
                        Anomaly::severity,
                        anomaly -> anomaly.evidence().get("statements"),
                        anomaly -> anomaly.evidence().get("failed"),
                        anomaly -> anomaly.evidence().get("sqlStates"))
                .containsExactlyInAnyOrder(
                        tuple("orders", Severity.HIGH, "80", "20", "40P01"),
                        tuple("stock", Severity.CRITICAL, "20", "20", "40P01"));
    }

    @Test
    void aHandfulOfStatementsIsNoRate() throws SQLException {
        receive(Duration.ofMinutes(1), times(19, failed));
        receive(Duration.ofMinutes(1), times(4, at("stock", failed)));
        receive(Duration.ofMinutes(1), times(30, at("stock", done)));

        assertThat(found("ErrorRate")).isEmpty();
    }

    @Test
    void aUserWhoIsRefusedAgainAndAgainIsFoundAmongAllWhoFail() throws SQLException {
        receive(Duration.ofMinutes(9), times(3, refused));
        receive(Duration.ofMinutes(1), times(2, of("g", refused)));
        receive(Duration.ofMinutes(1), times(500, done));
        UnaryOperator<SqlEventBuilder> other = event -> event.endUser("visitor");
        receive(Duration.ofMinutes(1), times(4, refused.with(other)));
        receive(Duration.ofMinutes(1), times(25, failed.with(event -> event.endUser("guest"))));
        receive(Duration.ofMinutes(1), times(25, failed.with(event -> event.endUser("busy"))));
        receive(Duration.ofMinutes(1), times(30, done.with(event -> event.endUser("busy"))));
        receive(Duration.ofMinutes(1), times(40, refused.with(event -> event.endUser("")
                .dbUser(""))));

        assertThat(found("RepeatedFailures"))
                .extracting(
                        anomaly -> anomaly.subject().endUser(),
                        Anomaly::severity,
                        anomaly -> anomaly.evidence().get("refused"),
                        anomaly -> anomaly.evidence().get("differentStatements"))
                .containsExactlyInAnyOrder(
                        tuple("clerk", Severity.HIGH, "5", "2"), tuple("guest", Severity.MEDIUM, "0", "1"));
        assertThat(found("RepeatedFailures").get(0).subject())
                .isEqualTo(Subject.ofTenant(name).at("postgresql", "orders").as("app", "clerk"));
    }

    @Test
    void aStatementIsNewOnceToAnApplicationThatWasLearned() throws SQLException {
        Duration learned = Duration.ofDays(8);
        Occurrence elsewhere = done.with(event -> event.application("bank"));
        receive(learned.plusSeconds(1), List.of(done, of("common", done)));
        assertThat(found("NewStatement", now.minus(learned))).isEmpty();

        receive(Duration.ofSeconds(70), List.of(done, of("new", done), of("new", done), elsewhere));
        assertThat(found("NewStatement", now.minusSeconds(60)))
                .extracting(
                        Anomaly::subject, anomaly -> anomaly.evidence().get("executions"), anomaly -> anomaly.evidence()
                                .get("statementsKnown"))
                .containsExactly(tuple(Subject.ofTenant(name).by("shop").through("new"), "2", "2"));

        receive(Duration.ofSeconds(10), List.of(of("new", done), of("newer", done)));
        assertThat(found("NewStatement"))
                .extracting(anomaly -> anomaly.subject().fingerprint())
                .containsExactly("newer");
    }

    @Test
    void anHourIsComparedWithTheSameHourOfTheDaysBefore() throws SQLException {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
        Instant settled = hour.plusSeconds(3900);
        for (int day = 1; day <= 9; day++) {
            receive(
                    Duration.ZERO,
                    times(10, done.at(hour.minus(day, ChronoUnit.DAYS).plusSeconds(7))));
        }
        receive(Duration.ZERO, times(1000, done.at(hour.minusSeconds(1))));
        assertThat(found("VolumeAnomaly", settled)).isEmpty();

        receive(Duration.ZERO, times(1000, done.at(hour.plusSeconds(3599))));
        assertThat(found("VolumeAnomaly", settled.minusSeconds(60))).isEmpty();
        assertThat(found("VolumeAnomaly", settled))
                .extracting(
                        Anomaly::subject,
                        Anomaly::severity,
                        anomaly -> anomaly.evidence().get("observed"),
                        anomaly -> anomaly.evidence().get("median"),
                        anomaly -> anomaly.evidence().get("days"))
                .containsExactly(tuple(Subject.ofTenant(name).by("shop"), Severity.HIGH, "1000", "10", "9"));
    }

    /** Every execution reads the tables orders and stock. */
    @Test
    void aUserIsNewToASensitiveTableOnce() throws SQLException {
        System.setProperty(SENSITIVE, "ORD*");
        Duration learned = Duration.ofDays(8);
        receive(learned.plusSeconds(1), List.of(done, done.with(event -> event.endUser("boss"))));
        assertThat(found("FirstAccess", now.minus(learned))).isEmpty();

        Occurrence visit = done.with(event -> event.endUser("visitor"));
        receive(Duration.ofSeconds(70), List.of(done, visit, visit));
        assertThat(found("FirstAccess", now.minusSeconds(60)))
                .extracting(
                        Anomaly::subject,
                        Anomaly::severity,
                        anomaly -> anomaly.evidence().get("executions"),
                        anomaly -> anomaly.evidence().get("usersKnown"))
                .containsExactly(tuple(
                        Subject.ofTenant(name)
                                .at("postgresql", "orders")
                                .as("app", "visitor")
                                .on("orders"),
                        Severity.MEDIUM,
                        "2",
                        "2"));

        receive(Duration.ofSeconds(10), List.of(visit));
        assertThat(found("FirstAccess")).isEmpty();
    }

    @Test
    void theIndexOfReceiptIsThere() throws SQLException {
        assertThat(stores.clickHouseNumber("""
                        SELECT count() FROM system.data_skipping_indices
                        WHERE database = currentDatabase() AND table = 'events' AND name = 'by_received'
                        """)).isOne();
    }

    private Occurrence at(String database, Occurrence occurrence) {
        return occurrence.with(event -> event.dbName(database));
    }

    private static Occurrence of(String fingerprint, Occurrence like) {
        return like.as(fingerprint);
    }

    private static List<Occurrence> times(int number, Occurrence occurrence) {
        return new ArrayList<>(Collections.nCopies(number, occurrence));
    }

    private void receive(Duration before, List<Occurrence> occurrences) throws SQLException {
        lookout.receive(before, occurrences);
    }

    private List<Anomaly> found(String detector) {
        return lookout.found(detector);
    }

    private List<Anomaly> found(String detector, Instant until) {
        return lookout.found(detector, until);
    }
}
