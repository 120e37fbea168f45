package com.footstone.audit.faults.oracle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.footstone.audit.dev.Database;
import com.footstone.audit.faults.load.Specimen;

/** The hourly roll-up: each of its sums is what the events that were sent add up to. */
final class RollUp {

    private static final List<String> SUMS = List.of(
            "events", "failed", "unchecked", "duration_ms", "duration_max", "rows_affected", "rows_returned", "rules");
    private static final String HOURS = """
            select toUnixTimestamp(hour), application, kind, severity, sum(events), sum(failed), sum(unchecked),
                   sum(duration_ms), max(duration_max), sum(rows_affected), sum(rows_returned),
                   arraySum(mapValues(sumMap(rules)))
            from events_hourly group by hour, application, kind, severity
            """;
    private static final int FIRST_SUM = 5;
    private static final int LONGEST = 4;

    private final Map<Key, long[]> expected = new HashMap<>();

    private record Key(long hour, String application, String kind, int severity) {}

    static RollUp of(Topic topic) {
        RollUp rollUp = new RollUp();
        topic.events().values().forEach(sent -> sent.forEach(rollUp::add));
        return rollUp;
    }

    private void add(Sent sent) {
        Specimen specimen = sent.specimen();
        Specimen.Outcome outcome = specimen.outcome();
        long[] sums = expected.computeIfAbsent(
                new Key(hour(sent.timestamp()), sent.application(), specimen.kind(), specimen.severity()),
                key -> new long[SUMS.size()]);
        long[] more = {
            1,
            outcome.failed() ? 1 : 0,
            0,
            outcome.millis(),
            outcome.millis(),
            Math.max(0, outcome.changed()),
            Math.max(0, outcome.read()),
            specimen.rules().size()
        };
        for (int i = 0; i < more.length; i++) {
            sums[i] = i == LONGEST ? Math.max(sums[i], more[i]) : sums[i] + more[i];
        }
    }

    private static long hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
    }

    void judge(Database clickHouse, Findings findings) {
        Map<Key, long[]> left = new HashMap<>(expected);
        Rows.read(clickHouse, HOURS, row -> {
            Key key = new Key(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4));
            long[] sums = left.remove(key);
            for (int i = 0; i < SUMS.size(); i++) {
                long most = sums == null ? 0 : sums[i];
                findings.compare("events_hourly." + SUMS.get(i) + " of " + key, most, row.getLong(FIRST_SUM + i));
            }
        });
        left.forEach((key, sums) -> findings.compare("events_hourly of " + key, sums[0], 0));
    }
}
