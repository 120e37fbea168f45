package com.footstone.audit.checking.declared;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ConditionReaderTest {

    private static final String PAY = "SELECT p.salary FROM hr.payroll p JOIN staff s ON s.id = p.staff"
            + " WHERE s.name = 'x' GROUP BY s.team ORDER BY p.month";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: SELECT                     | kind: [update, DELETE]",
                "tables: payroll                  | tables: pay",
                "tables: [orders, hr.*]           | tables: finance.payroll",
                "tablesRead: STAFF                | tablesRead: [orders, bills]",
                "columns: salary                  | columns: bonus",
                "columns: payroll.salary          | columns: staff.salary",
                "columns: hr.payroll.salary       | columns: it.payroll.salary",
                "columnsSelected: salary          | columnsSelected: name",
                "columnsFiltered: name            | columnsFiltered: salary",
                "columnsJoined: staff.id          | columnsJoined: salary",
                "columnsGrouped: team             | columnsGrouped: month",
                "columnsOrdered: month            | columnsOrdered: team",
                "where: PRESENT                   | where: ABSENT",
                "kind: SELECT                     | tablesWritten: payroll",
            })
    void looksAtTheStatement(String holds, String doesNot) {
        AnalysedEvent event = AnalysedText.of(PAY);

        RuleText.when(holds).finding(event);
        RuleText.when(doesNot).isClear(event);
    }

    @Test
    void tellsWhatIsWrittenFromWhatIsRead() {
        AnalysedEvent event = AnalysedText.of("UPDATE payroll SET salary = 1 WHERE id = 2");

        RuleText.when("tablesWritten: payroll").finding(event);
        RuleText.when("columnsAssigned: salary").finding(event);
        RuleText.when("columnsAssigned: id").isClear(event);
        RuleText.when("tablesRead: payroll").isClear(event);
    }

    @ParameterizedTest
    @CsvSource({
        "rowsAffectedOver: 999, rowsAffectedOver: 1000",
        "rowsReturnedOver: 49, rowsReturnedOver: 50",
        "durationOver: 1999, durationOver: PT2S",
        "failed: true, failed: false",
        "sqlState: 42*, sqlState: 23505",
        "dbUser: app, dbUser: owner",
        "dbUser: APP*, dbUser: pp",
        "endUser: ann.lee, endUser: lee",
        "application: shop, application: [till]",
        "datasource: main, datasource: other",
        "database: 'orders_*', database: orders",
        "dbSystem: mysql, dbSystem: postgresql",
        "tenant: acme, tenant: ace",
        "host: '*.example.com', host: com",
        "clientAddress: 10.0.*, clientAddress: 192.168.*",
    })
    void looksAtTheExecution(String holds, String doesNot) {
        SampleEvent event = SampleEvent.of(StatementKind.UPDATE).with(ConditionReaderTest::told);

        RuleText.when(holds).finding(event);
        RuleText.when(doesNot).isClear(event);
        if (!holds.startsWith("durationOver")) {
            RuleText.when(holds).isClear(SampleEvent.of(StatementKind.UPDATE));
        }
    }

    private static SqlEventBuilder told(SqlEventBuilder event) {
        return event.rowsAffected(1000)
                .rowsReturned(50)
                .executionTimeMs(2000)
                .sqlState("42501")
                .dbUser("app@10.0.0.1")
                .endUser("ann.lee")
                .application("shop")
                .datasource("main")
                .dbName("orders_eu")
                .dbSystem("mysql")
                .tenantId("acme")
                .host("db1.example.com")
                .clientAddress("10.0.3.4");
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-06:00, , 2026-01-05T22:00:00Z, true",
        "22:00-06:00, , 2026-01-05T05:59:59Z, true",
        "22:00-06:00, , 2026-01-05T06:00:00Z, false",
        "08:00-18:30, , 2026-01-05T18:29:59Z, true",
        "08:00-18:30, , 2026-01-05T18:30:00Z, false",
        "08:00-18:30, , 2026-01-05T07:59:59Z, false",
        "08:00-18:30, Asia/Tokyo, 2026-01-04T23:00:00Z, true",
        "08:00-18:30, Asia/Tokyo, 2026-01-05T12:00:00Z, false",
    })
    void looksAtTheTimeOfDay(String between, String zone, Instant time, boolean holds) {
        String conditions = "between: " + between + (zone == null ? "" : "\nzone: " + zone);
        check(RuleText.when(conditions), SampleEvent.of(StatementKind.SELECT).time(time), holds);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-01-03T23:59:59Z, true",
        "UTC, 2026-01-05T00:00:00Z, false",
        "Asia/Tokyo, 2026-01-02T15:00:00Z, true",
        "Asia/Tokyo, 2026-01-04T15:00:00Z, false",
    })
    void looksAtTheDayOfTheWeek(String zone, Instant time, boolean weekend) {
        RuleProbe probe = RuleText.when("days: [SATURDAY, sunday]\nzone: " + zone);
        check(probe, SampleEvent.of(StatementKind.SELECT).time(time), weekend);
    }

    private static void check(RuleProbe probe, SampleEvent event, boolean holds) {
        if (holds) {
            probe.finding(event);
        } else {
            probe.isClear(event);
        }
    }

    @Test
    void allConditionsHaveToHold() {
        RuleProbe probe = RuleText.when("kind: UPDATE\nrowsAffectedOver: 10");

        probe.finding(SampleEvent.of(StatementKind.UPDATE).with(event -> event.rowsAffected(11)));
        probe.isClear(SampleEvent.of(StatementKind.UPDATE).with(event -> event.rowsAffected(10)));
        probe.isClear(SampleEvent.of(StatementKind.DELETE).with(event -> event.rowsAffected(11)));
    }

    @Test
    void anExceptionHasToHoldAsAWhole() {
        RuleProbe probe = RuleText.rule("""
                when:
                  kind: UPDATE
                unless:
                  dbUser: batch
                  application: nightly
                """);

        probe.isClear(SampleEvent.of(StatementKind.UPDATE)
                .with(event -> event.dbUser("batch").application("nightly")));
        probe.finding(SampleEvent.of(StatementKind.UPDATE).with(event -> event.dbUser("batch")));
        probe.finding(SampleEvent.of(StatementKind.UPDATE));
    }

    @Test
    void aFindingTellsWhatLedToItAndNoText() {
        Finding finding = RuleText.when("tables: payroll\ncolumns: salary\nrowsReturnedOver: 0\nrowsAffectedOver: 0")
                .finding(withRows(AnalysedText.of(PAY)));

        assertThat(finding.rule()).isEqualTo("Sample");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.confidence()).isEqualTo(80);
        assertThat(finding.message()).isEqualTo("A sample was found.");
        assertThat(finding.evidence())
                .containsOnly(
                        entry("table", "hr.payroll"),
                        entry("column", "hr.payroll.salary"),
                        entry("observed", "7"),
                        entry("threshold", "0"),
                        entry("unit", "rows"));
    }

    private static AnalysedEvent withRows(AnalysedEvent event) {
        return new AnalysedEvent(
                event.id(),
                com.footstone.audit.model.SqlEvent.builder(
                                event.event().sql(), event.event().timestamp())
                        .rowsAffected(7)
                        .rowsReturned(9)
                        .build(),
                event.statement(),
                event.redactedSql(),
                event.redactedError(),
                event.offset(),
                event.limit(),
                event.text());
    }
}
