package com.footstone.audit.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.footstone.audit.model.anomaly.Window;

/**
 * Questions about what was received in a window as ClickHouse SQL. Windows are of the time of receipt, which only grows; a
 * skip index finds it. Thresholds are part of the question, so that a quiet window has a short answer.
 */
final class ActivitySql {

    /** In a form that ClickHouse makes a constant of, so that the index prunes by it. */
    private static final String MOMENT = "fromUnixTimestamp64Milli(toInt64(?), 'UTC')";

    private static final String SPAN =
            "toUnixTimestamp64Micro(min(timestamp)) AS first_micros, toUnixTimestamp64Micro(max(timestamp)) AS last_micros";

    private static final String RATES = """
            SELECT tenant_id, application, db_system, db_name,
                count() AS statements, countIf(failed) AS failures, topKIf(3)(sql_state, failed) AS states,
                %s
            FROM events""".formatted(SPAN);

    private static final String RATES_TAIL = """
            GROUP BY tenant_id, application, db_system, db_name
            HAVING statements >= ? AND failures >= ? AND failures * 100 >= statements * ?
            ORDER BY failures DESC, tenant_id, application, db_system, db_name
            LIMIT ?""";

    /** By SQLSTATE, and where a driver has none for it, by what the rule ErrorPattern read from the error's text. */
    private static final String REFUSED = "failed AND (startsWith(sql_state, '28') OR sql_state = '42501'"
            + " OR position(findings, '\"error\":\"ACCESS\"') > 0)";

    private static final String USERS = """
            SELECT tenant_id, db_system, db_name, db_user, end_user,
                count() AS statements, countIf(failed) AS failures, countIf(%s) AS refused,
                uniqIf(fingerprint, failed) AS fingerprints, topKIf(3)(sql_state, failed) AS states,
                %s
            FROM events""".formatted(REFUSED, SPAN);

    private static final String USERS_TAIL = """
            GROUP BY tenant_id, db_system, db_name, db_user, end_user
            HAVING refused >= ? OR (failures >= ? AND failures * 100 >= statements * ?)
            ORDER BY refused DESC, failures DESC, tenant_id, db_system, db_name, db_user, end_user
            LIMIT ?""";

    private static final String STATEMENTS = """
            SELECT tenant_id, application, fingerprint, any(kind) AS what, count() AS executions,
                %s
            FROM events""".formatted(SPAN);

    private static final String STATEMENTS_TAIL = """
            GROUP BY tenant_id, application, fingerprint
            ORDER BY tenant_id, application, fingerprint
            LIMIT ?""";

    private static final String ACCESSES = """
            SELECT tenant_id, db_system, db_name, db_user, end_user, touched, count() AS executions,
                countIf(has(tables_written, touched)) AS changes,
                %s
            FROM events
            ARRAY JOIN arrayDistinct(arrayConcat(tables_read, tables_written)) AS touched""".formatted(SPAN);

    private static final String ACCESSES_TAIL = """
            GROUP BY tenant_id, db_system, db_name, db_user, end_user, touched
            ORDER BY tenant_id, db_system, db_name, db_user, end_user, touched
            LIMIT ?""";

    private static final String USER = "tenant_id, db_system, db_name, db_user, end_user";

    private static final String OWN_HOUR = "toUnixTimestamp(toStartOfHour(timestamp)) AS hour";

    /** Producers may say any number; so many for each leave room for a sum over an hour's. */
    private static final String RETURNED = "sum(least(greatest(rows_returned, 0), 10000000000)) AS returned";

    private static final String USER_HOURS = """
            SELECT %s, %s, count() AS executions, %s,
                %s
            FROM events""".formatted(USER, OWN_HOUR, RETURNED, SPAN);

    private static final String STATEMENT_HOURS = """
            SELECT tenant_id, application, fingerprint, %s, count() AS executions, %s
            FROM events""".formatted(OWN_HOUR, RETURNED);

    private static final String IN_TRACES = """
            SELECT tenant_id, application, fingerprint, trace_id, count() AS times, min(timestamp) AS began,
                max(timestamp) AS ended
            FROM events""";

    private static final String REPETITIONS = """
            SELECT tenant_id, application, fingerprint, count() AS traces, max(times) AS most, sum(times) AS executions,
                toUnixTimestamp64Micro(min(began)) AS first_micros, toUnixTimestamp64Micro(max(ended)) AS last_micros
            FROM (%s)
            GROUP BY tenant_id, application, fingerprint
            HAVING traces >= ?
            ORDER BY most DESC, tenant_id, application, fingerprint
            LIMIT ?""";

    private static final String USER_ORIGINS = """
            SELECT %s, host, client_address, count() AS executions,
                %s
            FROM events""".formatted(USER, SPAN);

    /** Texts are redacted and those of one fingerprint alike, so that one tells of all. */
    private static final String SHAPES = """
            SELECT tenant_id, application, statement_id, fingerprint, any(kind) AS what, any(sql) AS text,
                arrayDistinct(arrayConcat(any(tables_read), any(tables_written))) AS touched, count() AS executions,
                arrayFilter(construct -> construct != '', [
                    if(match(lower(text), '%s'), 'UNION', ''),
                    if(match(lower(text), '%s'), 'OR', ''),
                    if(match(text, ';[[:space:]]*[^;[:space:]]'), 'SECOND STATEMENT', '')]) AS constructs,
                %s
            FROM events""".formatted(word("union|intersect|except"), word("or"), SPAN);

    private static final String HOURS =
            "SELECT tenant_id, application, hour, sum(events) AS hour_events, sum(rows_returned) AS hour_rows\nFROM events_hourly";

    private static final String VOLUMES = """
            SELECT tenant_id, application, groupArray(toString(toUnixTimestamp(hour))) AS hours,
                groupArray(toString(hour_events)) AS statements, groupArray(toString(hour_rows)) AS returned
            FROM (%s)
            GROUP BY tenant_id, application
            HAVING has(hours, toString(toUnixTimestamp(%s)))
            ORDER BY tenant_id, application
            LIMIT ?""";

    private static final String KNOWN_USER = "(db_user != '' OR end_user != '')";

    private static final String NAME_HOLDS = "positionCaseInsensitiveUTF8(touched, ?) > 0";

    private static final String HOUR = "toDateTime(?, 'UTC')";

    private ActivitySql() {}

    /** A pattern of a word by itself: not as part of a name, and no name in quotes. */
    private static String word(String words) {
        return "(^|[^a-z0-9_$.\"`])(" + words + ")([^a-z0-9_$.\"`]|$)";
    }

    static BoundSql failureRates(Window window, FailureRate.Least least, int rows) {
        return received(window).statement(RATES, RATES_TAIL, least.statements(), least.failed(), least.percent(), rows);
    }

    static BoundSql userFailures(Window window, UserFailures.Least least, int rows) {
        return received(window)
                .add(KNOWN_USER)
                .statement(USERS, USERS_TAIL, least.refused(), least.failed(), least.percent(), rows);
    }

    static BoundSql statements(Window window, int rows) {
        return received(window).statement(STATEMENTS, STATEMENTS_TAIL, rows);
    }

    static BoundSql tableAccesses(Window window, List<String> fragments, int rows) {
        return received(window)
                .add(KNOWN_USER)
                .add(
                        "(" + String.join(" OR ", Collections.nCopies(fragments.size(), NAME_HOLDS)) + ")",
                        fragments.toArray())
                .statement(ACCESSES, ACCESSES_TAIL, rows);
    }

    static BoundSql userHours(Window window, int rows) {
        return received(window).add(KNOWN_USER).statement(USER_HOURS, each(USER + ", hour"), rows);
    }

    static BoundSql userOrigins(Window window, int rows) {
        return received(window)
                .add(KNOWN_USER)
                .add("(host != '' OR client_address != '')")
                .statement(USER_ORIGINS, each(USER + ", host, client_address"), rows);
    }

    static BoundSql placeShapes(Window window, int rows) {
        return received(window)
                .add("statement_id != ''")
                .statement(SHAPES, each("tenant_id, application, statement_id, fingerprint"), rows);
    }

    static BoundSql statementHours(Window window, int rows) {
        return received(window).statement(STATEMENT_HOURS, each("tenant_id, application, fingerprint, hour"), rows);
    }

    static BoundSql traceRepetitions(Window window, TraceRepetition.Least least, int rows) {
        BoundSql traces = received(window)
                .add("trace_id != ''")
                .add("kind = 'SELECT'")
                .statement(
                        IN_TRACES,
                        "GROUP BY tenant_id, application, fingerprint, trace_id\nHAVING times >= ?",
                        least.executions());
        List<Object> values = new ArrayList<>(traces.values());
        values.add(least.traces());
        values.add(rows);
        return new BoundSql(REPETITIONS.formatted(traces.text()), values);
    }

    private static String each(String columns) {
        return "GROUP BY " + columns + "\nORDER BY " + columns + "\nLIMIT ?";
    }

    static BoundSql volumes(Instant hour, int days, int rows) {
        List<Object> hours = new ArrayList<>();
        for (int day = 0; day <= days; day++) {
            hours.add(hour.minus(day, ChronoUnit.DAYS).getEpochSecond());
        }
        BoundSql each = new Conditions()
                .add("hour IN (" + String.join(", ", Collections.nCopies(hours.size(), HOUR)) + ")", hours.toArray())
                .statement(HOURS, "GROUP BY tenant_id, application, hour");
        List<Object> values = new ArrayList<>(each.values());
        values.add(hour.getEpochSecond());
        values.add(rows);
        return new BoundSql(VOLUMES.formatted(each.text(), HOUR), values);
    }

    private static Conditions received(Window window) {
        return new Conditions()
                .add("received_at >= " + MOMENT, millis(window.from()))
                .add("received_at < " + MOMENT, millis(window.to()));
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
