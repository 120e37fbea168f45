package com.footstone.audit.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Questions about findings as PostgreSQL SQL. */
final class FindingSql {

    private static final String HEAD = """
            select finding.id, tenant_id, application, rule, severity, risk, confidence, occurrences,
                   finding.first_seen, finding.last_seen, fingerprint, kind, normalized_sql,
                   example_event, example_sql, example_message, example_evidence
            from finding join statement using (fingerprint)""";

    private static final String NEWEST_FIRST = "order by finding.last_seen desc, finding.id desc\nlimit ?";

    private FindingSql() {}

    /**
     * The findings that meet the filter, last seen first.
     *
     * @param after the finding after which the answer begins
     * @param rows most rows that may come back
     */
    static BoundSql list(FindingFilter filter, Optional<SeenPosition> after, int rows) {
        Conditions conditions = new Conditions();
        filter.range().from().ifPresent(from -> conditions.add("finding.last_seen >= ?", time(from)));
        filter.range().to().ifPresent(to -> conditions.add("finding.last_seen < ?", time(to)));
        after.ifPresent(position ->
                conditions.add("(finding.last_seen, finding.id) < (?, ?)", time(position.lastSeen()), position.id()));
        filter.severity().ifPresent(least -> conditions.add("severity >= ?", least.rank()));
        conditions
                .addIf("rule = ?", filter.rule())
                .addIf("fingerprint = ?", filter.fingerprint())
                .addIf("application = ?", filter.application())
                .addIf("tenant_id = ?", filter.tenant());
        return conditions.statement(HEAD, NEWEST_FIRST, rows);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
