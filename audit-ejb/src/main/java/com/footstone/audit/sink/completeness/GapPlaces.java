package com.footstone.audit.sink.completeness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds out from ClickHouse when exactly the events around gaps were executed. There are few gaps, if all is well. */
@ApplicationScoped
public class GapPlaces {

    private static final int AT_ONCE = 500;

    /** A number is given at the end of an execution, so that of the event below may have begun a while before. */
    private static final Duration LEEWAY = Duration.ofHours(1);

    private static final String TIMES = """
            SELECT producer_seq, toUnixTimestamp64Micro(min(timestamp)) AS micros
            FROM events
            WHERE timestamp >= fromUnixTimestamp64Micro(toInt64(?), 'UTC')
              AND timestamp <= fromUnixTimestamp64Micro(toInt64(?), 'UTC')
              AND producer_id = ? AND producer_seq IN (%s)
            GROUP BY producer_seq LIMIT %d
            """;

    @Resource(lookup = "jdbc/clickhouse")
    private DataSource clickhouse;

    @Inject
    private Instance<GapPlaceStore> store;

    /**
     * Places the gaps that are not placed yet.
     *
     * @throws SQLException if ClickHouse does not answer; gaps stay between times further apart until it does
     */
    public void find() throws SQLException {
        List<GapPlace> gaps;
        do {
            gaps = store.get().notPlaced(AT_ONCE);
            if (!gaps.isEmpty()) {
                store.get().place(placed(gaps));
            }
        } while (gaps.size() == AT_ONCE);
    }

    private List<GapPlace> placed(List<GapPlace> gaps) throws SQLException {
        List<GapPlace> placed = new ArrayList<>();
        Map<String, List<GapPlace>> byProducer = gaps.stream().collect(Collectors.groupingBy(GapPlace::producer));
        try (Connection connection = clickhouse.getConnection()) {
            for (Map.Entry<String, List<GapPlace>> own : byProducer.entrySet()) {
                Map<Long, Instant> times = times(connection, own.getKey(), own.getValue());
                own.getValue().forEach(gap -> placed.add(gap.between(times)));
            }
        }
        return placed;
    }

    private static Map<Long, Instant> times(Connection connection, String producer, List<GapPlace> gaps)
            throws SQLException {
        TreeSet<Long> around = new TreeSet<>();
        gaps.forEach(gap -> Collections.addAll(around, gap.first() - 1, gap.last() + 1));
        Instant from = gaps.stream().map(GapPlace::from).min(Instant::compareTo).orElseThrow();
        Instant to = gaps.stream().map(GapPlace::to).max(Instant::compareTo).orElseThrow();
        String marks = String.join(", ", Collections.nCopies(around.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(TIMES.formatted(marks, around.size()))) {
            query.setLong(1, ChronoUnit.MICROS.between(Instant.EPOCH, from.minus(LEEWAY)));
            query.setLong(2, ChronoUnit.MICROS.between(Instant.EPOCH, to));
            query.setString(3, producer);
            int index = 3;
            for (Long number : around) {
                query.setLong(++index, number);
            }
            Map<Long, Instant> times = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    times.put(rows.getLong(1), Instant.EPOCH.plus(rows.getLong(2), ChronoUnit.MICROS));
                }
            }
            return times;
        }
    }
}
