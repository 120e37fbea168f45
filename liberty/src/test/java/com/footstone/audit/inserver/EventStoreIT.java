package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.Severity;
import com.footstone.audit.query.TenantCount;
import com.footstone.audit.query.TenantQueries;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchRows;
import com.footstone.audit.sink.EventStore;
import com.footstone.audit.sink.Schema;

import static org.assertj.core.api.Assertions.assertThat;

@InServer
class EventStoreIT {

    @Inject
    private EventStore events;

    @Inject
    private Schema schema;

    @Inject
    private TenantQueries tenants;

    @Inject
    private Stores stores;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private final String topic = "events-" + UUID.randomUUID();
    private final Instant now = Instant.now();
    private final Occurrence seen =
            Occurrence.of("f", now).with(event -> event.application(topic).executionTimeMs(7));

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("events")
                .withTests(EventStoreIT.class, Occurrence.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void aRepeatedInsertAddsNothingToEventsOrHours() throws SQLException {
        insert(0, seen, seen.found("R", Severity.HIGH, 60), seen.unchecked("R: failed"));
        insert(0, seen, seen.found("R", Severity.HIGH, 60), seen.unchecked("R: failed"));

        assertThat(stored()).isEqualTo(3);
        assertThat(stores.clickHouse("""
                        SELECT sum(events), sum(unchecked), sum(duration_ms), max(duration_max), sumMap(rules)['R']
                        FROM events_hourly WHERE application = ?
                        """, topic)).hasToString("[[3, 1, 21, 7, 1]]");
    }

    @Test
    void anotherRangeAdds() throws SQLException {
        insert(0, seen, seen);
        insert(2, seen);

        assertThat(stored()).isEqualTo(3);
        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void theLargestTenantsAreCountedByTheirNamesAndTheOthersTogether() throws SQLException {
        Occurrence later = seen.at(Instant.parse("2100-06-01T00:30:00Z"));
        Occurrence north = later.with(event -> event.tenantId("north"));
        Occurrence south = later.with(event -> event.tenantId("south"));
        Occurrence east = later.with(event -> event.tenantId("east"));
        insert(0, later, north, north, north.found("R", Severity.HIGH, 60), south, south, east);

        assertThat(tenants.counts(Instant.parse("2100-06-01T00:00:00Z"), 1))
                .containsExactly(
                        new TenantCount(TenantQueries.NONE, Severity.SAFE, 1),
                        new TenantCount(TenantQueries.OTHER, Severity.SAFE, 3),
                        new TenantCount("north", Severity.SAFE, 2),
                        new TenantCount("north", Severity.HIGH, 1));
    }

    @Test
    void aBatchOverManyMonthsIsStoredOnce() throws SQLException {
        Occurrence[] months = new Occurrence[14];
        for (int i = 0; i < months.length; i++) {
            months[i] = seen.at(now.minus(Duration.ofDays(6)).plus(Duration.ofDays(31L * i)));
        }
        insert(0, months);
        insert(0, months);

        assertThat(stores.clickHouseNumber("SELECT uniqExact(toYYYYMM(timestamp)) FROM events WHERE topic = ?", topic))
                .isEqualTo(14);
        assertThat(stored()).isEqualTo(14);
        assertThat(counted()).isEqualTo(14);
    }

    @Test
    void anInsertOfAnEarlierOwnerBesideThatOfTheNextCountsOnce() throws Exception {
        List<Callable<Void>> owners = Collections.nCopies(4, () -> {
            insert(0, seen, seen);
            return null;
        });
        for (Future<Void> one : executor.invokeAll(owners)) {
            one.get();
        }

        assertThat(stored()).isEqualTo(2);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void textsComeBackAsTheyWent() throws SQLException {
        List<String> texts = List.of(
                "quotes ' '' \" ` and $$",
                "backslashes \\ \\\\ \\' \\n \\0 \\x00",
                "lines \t \r\n end",
                "replaced \uFFFD, wide \uD83D\uDC18, right to left \u05D0",
                "marks ? {a:String} %s ${b} #{c} -- ; /*",
                "select " + "x".repeat(100_000));
        insert(0, texts.stream().map(text -> seen.texts(text, text)).toArray(Occurrence[]::new));

        List<List<Object>> expected = new ArrayList<>();
        texts.forEach(text -> expected.add(List.of(text, text)));
        assertThat(stores.clickHouse("SELECT sql, error FROM events WHERE topic = ? ORDER BY offset", topic))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNotKnownIsToldFromWhatIsNothing() throws SQLException {
        insert(
                0,
                Occurrence.of("f", now),
                seen.with(event -> event.rowsAffected(0)
                        .rowsReturned(0)
                        .producerSeq(0)
                        .sqlState("40P01")
                        .violations(new GuardReport(true, Severity.SAFE, List.of()))),
                seen.with(event -> event.violations(new GuardReport(false, Severity.HIGH, List.of()))));

        assertThat(stores.clickHouse("""
                        SELECT toString((rows_affected, rows_returned, producer_seq, failed, sql_state, guard,
                                         tables_read, tables_written, rules, findings, unchecked))
                        FROM events WHERE topic = ? ORDER BY offset
                        """, topic))
                .containsExactly(
                        List.of("(-1,-1,-1,false,'','',['orders','stock'],[],[],'[]',[])"),
                        List.of("(0,0,0,true,'40P01','passed',['orders','stock'],[],[],'[]',[])"),
                        List.of("(-1,-1,-1,false,'','stopped',['orders','stock'],[],[],'[]',[])"));
    }

    @Test
    void timesKeepTheirMicroseconds() throws SQLException {
        Instant time = now.truncatedTo(ChronoUnit.SECONDS).plusNanos(123_456_000);
        insert(0, seen.at(time));

        Object stored = stores.clickHouse("SELECT timestamp FROM events WHERE topic = ?", topic)
                .get(0)
                .get(0);
        assertThat(instant(stored)).isEqualTo(time);
    }

    @Test
    void aBatchWithoutEventsIsNoInsert() throws SQLException {
        insert(0);

        assertThat(stored()).isZero();
    }

    private void insert(long from, Occurrence... occurrences) throws SQLException {
        BatchRange range = new BatchRange(topic, 0, from, from + Math.max(1, occurrences.length));
        List<AuditedEvent> batch = Occurrence.fill(range, List.of(occurrences));
        events.insert(BatchRows.of(range, now, batch));
    }

    private long stored() throws SQLException {
        return stores.clickHouseNumber("SELECT count() FROM events WHERE topic = ?", topic);
    }

    private long counted() throws SQLException {
        return stores.clickHouseNumber("SELECT sum(events) FROM events_hourly WHERE application = ?", topic);
    }

    private static Instant instant(Object time) {
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return ((java.sql.Timestamp) time).toInstant();
    }
}
