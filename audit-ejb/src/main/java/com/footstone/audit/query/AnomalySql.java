package com.footstone.audit.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Questions about anomalies as PostgreSQL SQL. */
final class AnomalySql {

    private static final String HEAD = """
            select id, detector, tenant_id, application, db_system, db_name, db_user, end_user, fingerprint, table_name,
                   severity, window_from, window_to, windows, message, evidence, detected_at
            from anomaly""";

    private static final String NEWEST_FIRST = "order by window_to desc, id desc\nlimit ?";

    private AnomalySql() {}

    /**
     * The anomalies that meet the filter, last seen first.
     *
     * @param after the anomaly after which the answer begins
     * @param rows most rows that may come back
     */
    static BoundSql list(AnomalyFilter filter, Optional<SeenPosition> after, int rows) {
        Conditions conditions = new Conditions();
        filter.range().from().ifPresent(from -> conditions.add("window_to >= ?", time(from)));
        filter.range().to().ifPresent(to -> conditions.add("window_to < ?", time(to)));
        after.ifPresent(
                position -> conditions.add("(window_to, id) < (?, ?)", time(position.lastSeen()), position.id()));
        filter.severity().ifPresent(least -> conditions.add("severity >= ?", least.rank()));
        filter.user().ifPresent(user -> conditions.add("(end_user = ? or db_user = ?)", user, user));
        conditions
                .addIf("detector = ?", filter.detector())
                .addIf("fingerprint = ?", filter.fingerprint())
                .addIf("application = ?", filter.application())
                .addIf("tenant_id = ?", filter.tenant());
        return conditions.statement(HEAD, NEWEST_FIRST, rows);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
