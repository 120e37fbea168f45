package com.footstone.audit.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One valid instance of each record; what is secret in them says so. */
final class Samples {

    /** Stands for statement texts, bound values and error texts; must not be seen where secrets may not go. */
    static final String SECRET = "'4111-1111'";

    static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
    static final EventId ID = new EventId("sql-audit-events", 2, 77);
    static final Finding FINDING =
            new Finding("SlowQuery", Severity.HIGH, 90, "took longer than it may", Map.of("executionTimeMs", "1200"));
    static final RiskScore RISK = RiskScore.of(List.of(new RiskScore.Part("severity", 60)));
    static final Verdict VERDICT = new Verdict(Severity.HIGH, RISK, 90, List.of(FINDING), List.of());
    static final GuardReport.Violation VIOLATION = new GuardReport.Violation(Severity.LOW, SECRET, SECRET);
    static final GuardReport GUARD_REPORT = new GuardReport(false, Severity.LOW, List.of(VIOLATION));
    static final ColumnUse COLUMN_USE = new ColumnUse("card", "number", Clause.FILTERED);
    static final Statement STATEMENT = new Statement(
            "00112233445566778899aabbccddeeff",
            "select * from card where number = ?",
            StatementKind.SELECT,
            List.of("card"),
            List.of(),
            List.of(COLUMN_USE),
            Presence.PRESENT,
            Presence.ABSENT,
            List.of());
    static final SqlEvent EVENT = event().build();
    static final AnalysedEvent ANALYSED =
            new AnalysedEvent(ID, EVENT, STATEMENT, SECRET, SECRET, OptionalLong.empty(), OptionalLong.empty());
    static final AuditedEvent AUDITED = new AuditedEvent(ANALYSED, VERDICT);

    private Samples() {}

    static SqlEventBuilder event() {
        return SqlEvent.builder("SELECT * FROM card WHERE number = " + SECRET, TEN)
                .sqlType(SqlType.SELECT)
                .params(Map.of("1", SECRET))
                .errorMessage("no such card: " + SECRET)
                .violations(GUARD_REPORT)
                .application("shop");
    }

    static List<Record> all() {
        return List.of(
                ID,
                FINDING,
                RISK,
                RISK.parts().get(0),
                VERDICT,
                VIOLATION,
                GUARD_REPORT,
                COLUMN_USE,
                STATEMENT,
                EVENT,
                ANALYSED,
                AUDITED,
                new RuleResult.Raised(FINDING),
                new RuleResult.Failed("the statement was not understood"));
    }
}
