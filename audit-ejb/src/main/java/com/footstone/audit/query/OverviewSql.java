package com.footstone.audit.query;

/** Questions about the hourly roll-up as ClickHouse SQL. */
final class OverviewSql {

    /** Applications that an overview names. */
    static final int APPLICATIONS = 20;

    /** Rules that an overview names; there are not that many. */
    static final int RULES = 1000;

    private static final String SUMS = """
            sum(events) AS sum_events, sum(failed) AS sum_failed, sum(unchecked) AS sum_unchecked,
                sum(duration_ms) AS sum_duration, max(duration_max) AS max_duration,
                sum(rows_affected) AS sum_affected, sum(rows_returned) AS sum_returned""";

    /** One pass, so that the three break-downs and the totals agree even while events arrive. */
    private static final String BREAKDOWN_HEAD = """
            SELECT toUnixTimestamp(hour) AS hour_seconds, severity, kind,
                grouping(hour) AS over_hours, grouping(severity) AS over_severities,
            """ + "    " + SUMS + "\nFROM events_hourly";

    private static final String BREAKDOWN_TAIL = "GROUP BY GROUPING SETS ((hour), (severity), (kind))\nLIMIT ?";

    private static final String APPLICATIONS_HEAD = "SELECT application, " + SUMS + "\nFROM events_hourly";

    private static final String APPLICATIONS_TAIL =
            "GROUP BY application\nORDER BY sum_events DESC, application\nLIMIT ?";

    private static final String RULES_HEAD =
            "SELECT rule, sum(raised) AS sum_raised\nFROM events_hourly\nARRAY JOIN mapKeys(rules) AS rule,"
                    + " mapValues(rules) AS raised";

    private static final String RULES_TAIL = "GROUP BY rule\nORDER BY sum_raised DESC, rule\nLIMIT ?";

    /** More hours, severities and kinds than a range can have. */
    private static final int BREAKDOWN_ROWS = 20_000;

    private OverviewSql() {}

    static BoundSql breakdown(OverviewFilter filter) {
        return conditions(filter).statement(BREAKDOWN_HEAD, BREAKDOWN_TAIL, BREAKDOWN_ROWS);
    }

    static BoundSql applications(OverviewFilter filter) {
        return conditions(filter).statement(APPLICATIONS_HEAD, APPLICATIONS_TAIL, APPLICATIONS);
    }

    static BoundSql rules(OverviewFilter filter) {
        return conditions(filter).statement(RULES_HEAD, RULES_TAIL, RULES);
    }

    private static Conditions conditions(OverviewFilter filter) {
        return new Conditions()
                .add("hour >= toDateTime(?, 'UTC')", filter.from().getEpochSecond())
                .add("hour < toDateTime(?, 'UTC')", filter.to().getEpochSecond())
                .addIf("tenant_id = ?", filter.tenant())
                .addIf("application = ?", filter.application());
    }
}
