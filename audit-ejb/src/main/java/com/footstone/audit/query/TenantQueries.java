package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the hourly roll-up who executed how much. */
@ApplicationScoped
public class TenantQueries {

    /** Executions that name no tenant. */
    public static final String NONE = "(none)";

    /** Executions of all tenants that are not among the largest. */
    public static final String OTHER = "(other)";

    private static final String COUNTS = """
            SELECT multiIf(tenant_id = '', '%s', tenant_id IN (
                    SELECT tenant_id
                    FROM events_hourly
                    WHERE hour >= toDateTime(?, 'UTC') AND tenant_id != ''
                    GROUP BY tenant_id
                    ORDER BY sum(events) DESC, tenant_id
                    LIMIT ?), toString(tenant_id), '%s') AS tenant,
                severity, sum(events) AS executions
            FROM events_hourly
            WHERE hour >= toDateTime(?, 'UTC')
            GROUP BY tenant, severity
            ORDER BY tenant, severity
            LIMIT ?""".formatted(NONE, OTHER);

    private static final int SEVERITIES = 5;

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource dataSource;

    /**
     * Executions since the beginning of an hour, by the time of execution.
     *
     * @param hour that beginning
     * @param most so many tenants, those with most executions, are named
     * @throws StoreUnavailableException if ClickHouse does not answer for now
     */
    public List<TenantCount> counts(Instant hour, int most) {
        return new StoreReader(Store.CLICKHOUSE, dataSource, StoreReader.PATIENCE)
                .list(counted(hour.getEpochSecond(), most), TenantQueries::count);
    }

    private static BoundSql counted(long hour, int most) {
        return new BoundSql(COUNTS, List.of(hour, most, hour, (most + 2) * SEVERITIES));
    }

    private static TenantCount count(ResultSet row) throws SQLException {
        return new TenantCount(row.getString("tenant"), Rows.severity(row, "severity"), row.getLong("executions"));
    }
}
