package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.footstone.audit.query.ProducerCompleteness.MissingRange;
import com.footstone.audit.query.ProducerCompleteness.Origin;

/** Reads the rows that {@link CompletenessSql} and {@link NumberSql} ask for. */
final class CompletenessRows {

    private CompletenessRows() {}

    static CompletenessQueries.IntakeState state(ResultSet row) throws SQLException {
        return new CompletenessQueries.IntakeState(time(row, "stored_until"), time(row, "kept_since"));
    }

    static Set<Doubt> doubts(ResultSet row) throws SQLException {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (row.getLong("producers") == 0) {
            doubts.add(Doubt.NOBODY);
        }
        for (Doubt doubt : List.of(Doubt.MISSING, Doubt.DROPPED, Doubt.PENDING, Doubt.SILENT)) {
            if (row.getBoolean(doubt.name())) {
                doubts.add(doubt);
            }
        }
        return doubts;
    }

    static Known known(ResultSet row) throws SQLException {
        List<String> tenants = Rows.texts(row, "tenants");
        List<String> applications = Rows.texts(row, "applications");
        return new Known(
                row.getLong("id"),
                row.getString("producer_id"),
                new Origin(
                        cut(tenants),
                        isCut(tenants),
                        cut(applications),
                        isCut(applications),
                        row.getString("instance"),
                        row.getString("host")),
                Rows.time(row, "first_seen"),
                Rows.time(row, "last_seen"),
                time(row, "silent_since"),
                row.getLong("missing"),
                row.getLong("dropped"),
                row.getLong("pending"));
    }

    static Map.Entry<Long, MissingRange> missing(ResultSet row) throws SQLException {
        return Map.entry(
                row.getLong("id"),
                new MissingRange(
                        row.getLong("first"),
                        row.getLong("last"),
                        row.getLong("missing"),
                        row.getBoolean("blurred"),
                        Rows.time(row, "from_time"),
                        Rows.time(row, "to_time"),
                        Rows.time(row, "opened_at")));
    }

    static Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getString("producer_id"),
                row.getLong("numbers"),
                row.getLong("events"),
                OptionalLong.of(row.getLong("first_number")),
                OptionalLong.of(row.getLong("last_number")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static boolean isCut(List<String> names) {
        return names.size() > CompletenessSql.MOST_NAMES;
    }

    private static List<String> cut(List<String> names) {
        return isCut(names) ? names.subList(0, CompletenessSql.MOST_NAMES) : names;
    }

    /** What ClickHouse has of a producer in a range. */
    record Received(String producer, long numbers, long events, OptionalLong first, OptionalLong last) {

        static final Received NOTHING = new Received("", 0, 0, OptionalLong.empty(), OptionalLong.empty());
    }

    /** What PostgreSQL knows of a producer in a range. */
    record Known(
            long row,
            String id,
            Origin origin,
            Instant firstSeen,
            Instant lastSeen,
            Optional<Instant> silentSince,
            long missing,
            long dropped,
            long pending) {

        /**
         * The whole.
         *
         * @param ranges the first missing ranges, with one more than are shown if there are more
         */
        ProducerCompleteness with(Received received, List<MissingRange> ranges) {
            boolean cut = ranges.size() > CompletenessQueries.MOST_RANGES;
            return new ProducerCompleteness(
                    row,
                    id,
                    origin,
                    received.first(),
                    received.last(),
                    received.numbers(),
                    received.events() - received.numbers(),
                    missing,
                    cut ? ranges.subList(0, CompletenessQueries.MOST_RANGES) : ranges,
                    cut,
                    pending,
                    dropped,
                    firstSeen,
                    lastSeen,
                    silentSince);
        }
    }
}
