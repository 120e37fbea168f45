package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.Schema;
import com.footstone.audit.sink.anomaly.Presences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Detectors that know what is usual learn it from both stores over days. Each test asks about a tenant of its own. */
@InServer
class HabitsIT {

    @Inject
    private Lookout lookout;

    @Inject
    private Presences presences;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    private Subject orders;
    private Occurrence usual;

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("habits")
                .withTests(HabitsIT.class, Lookout.class, Occurrence.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
        orders = Subject.ofTenant(lookout.tenant()).at("postgresql", "orders");
        usual = lookout.usual();
    }

    @Test
    void aUserIsFoundInAnHourThatIsFarFromTheUsualOnes() throws SQLException {
        live("UnusualHours", 16, usual);
        Instant unusual = lookout.now().minusSeconds(10).minus(8, ChronoUnit.HOURS);
        receive(usual, usual.at(unusual), usual.at(unusual));

        assertThat(lookout.found("UnusualHours"))
                .extracting(
                        Anomaly::subject,
                        Anomaly::severity,
                        Anomaly::degree,
                        anomaly -> anomaly.window().from(),
                        anomaly -> anomaly.evidence().get("executions"))
                .containsExactly(tuple(
                        orders.as("app", "clerk"), Severity.MEDIUM, 8.0, unusual.truncatedTo(ChronoUnit.HOURS), "2"));
        receive(usual.at(unusual));
        assertThat(lookout.found("UnusualHours")).isEmpty();
    }

    @Test
    void aUserIsFoundWhoComesFromAnotherMachineOrNetwork() throws SQLException {
        live("NewHost", 9, from("shop-0", "10.1.2.3"));
        receive(from("shop-1", "10.1.2.9"), from("alice-pc", "203.0.113.9"), from("alice-pc", "203.0.113.9"));

        assertThat(lookout.found("NewHost"))
                .extracting(
                        Anomaly::subject,
                        anomaly -> anomaly.evidence().get("from"),
                        anomaly -> anomaly.evidence().get("executions"),
                        anomaly -> anomaly.evidence().get("daysKnown"))
                .containsExactlyInAnyOrder(
                        tuple(orders.as("app", ""), "alice-pc", "2", "9"),
                        tuple(orders.as("app", "clerk"), "203.0.113.0/24", "2", "9"));
        assertThat(lookout.found("NewHost")).isEmpty();
    }

    @Test
    void aPlaceIsFoundThatExecutesWhatItNeverDid() throws SQLException {
        Occurrence place = usual.with(event -> event.statementId("OrderMapper.find"))
                .texts("SELECT a FROM orders WHERE editor = ?", "");
        live("StructureDrift", 9, place);
        receive(
                place.as("ends").texts("SELECT a FROM orders WHERE editor = ? ; ", ""),
                place.as("drifted")
                        .texts("select a from orders where b = ? OR c = ? Union select d from e; drop x", ""));

        assertThat(lookout.found("StructureDrift"))
                .extracting(
                        Anomaly::subject,
                        Anomaly::severity,
                        anomaly -> anomaly.evidence().get("place"),
                        anomaly -> anomaly.evidence().get("added"),
                        anomaly -> anomaly.evidence().get("daysKnown"))
                .containsExactly(tuple(
                        Subject.ofTenant(lookout.tenant()).by("shop").through("drifted"),
                        Severity.HIGH,
                        "OrderMapper.find",
                        "SECOND STATEMENT, UNION, OR",
                        "9"));
        assertThat(lookout.found("StructureDrift")).isEmpty();
    }

    @Test
    void daysOfLongAgoAreForgotten() throws SQLException {
        Instant yesterday = lookout.now().minus(1, ChronoUnit.DAYS);
        live("UnusualHours", 3, usual);
        assertThat(daysBefore(yesterday)).isPositive();

        presences.forget(yesterday);
        assertThat(daysBefore(yesterday)).isZero();
    }

    private long daysBefore(Instant time) throws SQLException {
        String day = time.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
        return (Long) stores.postgres("select count(*) from presence where day < cast(? as date)", day)
                .get(0)
                .get(0);
    }

    @Test
    void aUserIsFoundWhoReadsFarMoreThanInTheSameHourBefore() throws SQLException {
        live("UserVolume", 9, usual.with(event -> event.rowsReturned(100)));
        Occurrence now = usual.at(lookout.now().minusSeconds(10));
        receive(
                now.with(event -> event.rowsReturned(15_000)),
                now.with(event -> event.rowsReturned(15_000)),
                now.with(event -> event.endUser("boss").rowsReturned(30_000)));

        assertThat(lookout.found("UserVolume"))
                .extracting(
                        Anomaly::subject,
                        anomaly -> anomaly.evidence().get("unit"),
                        anomaly -> anomaly.evidence().get("observed"),
                        anomaly -> anomaly.evidence().get("median"),
                        anomaly -> anomaly.evidence().get("days"))
                .containsExactly(tuple(orders.as("app", "clerk"), "rows", "30000", "100", "9"));
    }

    @Test
    void aStatementIsFoundThatIsExecutedFarMoreThanInTheSameHourBefore() throws SQLException {
        live("StatementVolume", 9, usual);
        Occurrence now = usual.at(lookout.now().minusSeconds(10));
        lookout.receive(Duration.ofSeconds(10), Collections.nCopies(1200, now));
        lookout.receive(Duration.ofSeconds(10), Collections.nCopies(1200, now.as("new")));

        assertThat(lookout.found("StatementVolume"))
                .extracting(
                        Anomaly::subject,
                        anomaly -> anomaly.evidence().get("unit"),
                        anomaly -> anomaly.evidence().get("observed"),
                        anomaly -> anomaly.evidence().get("median"))
                .containsExactly(
                        tuple(Subject.ofTenant(lookout.tenant()).by("shop").through("f"), "statements", "1200", "1"));
    }

    @Test
    void aQueryIsFoundThatIsRepeatedInSeveralTraces() throws SQLException {
        for (String trace : List.of("a", "b", "c")) {
            Occurrence query = usual.with(event -> event.traceId(trace));
            lookout.receive(Duration.ofSeconds(90), Collections.nCopies(30, query));
            lookout.receive(Duration.ofSeconds(10), Collections.nCopies(trace.equals("b") ? 40 : 20, query));
            lookout.receive(Duration.ofSeconds(10), Collections.nCopies(trace.equals("b") ? 49 : 60, query.as("two")));
        }
        lookout.receive(Duration.ofSeconds(10), Collections.nCopies(200, usual));

        assertThat(lookout.found("RepeatedQuery"))
                .extracting(
                        anomaly -> anomaly.subject().fingerprint(),
                        anomaly -> anomaly.evidence().get("traces"),
                        anomaly -> anomaly.evidence().get("mostInATrace"),
                        anomaly -> anomaly.evidence().get("executions"))
                .containsExactly(tuple("f", "3", "70", "170"));
    }

    private Occurrence from(String host, String address) {
        return usual.with(event -> event.host(host).clientAddress(address));
    }

    /** Has the same happen on each of some days, up to yesterday. */
    private void live(String detector, int days, Occurrence occurrence) throws SQLException {
        for (int day = days; day > 0; day--) {
            Instant time = lookout.now().minus(day, ChronoUnit.DAYS);
            lookout.receive(Duration.ofDays(day).plusSeconds(10), List.of(occurrence.at(time.minusSeconds(10))));
            assertThat(lookout.found(detector, time)).isEmpty();
        }
    }

    private void receive(Occurrence... occurrences) throws SQLException {
        lookout.receive(Duration.ofSeconds(10), List.of(occurrences));
    }
}
