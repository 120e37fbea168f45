package com.footstone.audit.faults.oracle;

import java.util.HashMap;
import java.util.Map;

import com.footstone.audit.dev.Database;
import com.footstone.audit.faults.load.Specimen;

/** PostgreSQL's counters: the executions of each statement, and the occurrences of each finding. */
final class Catalogue {

    private final Map<Specimen, String> fingerprints;

    Catalogue(Map<Specimen, String> fingerprints) {
        this.fingerprints = fingerprints;
    }

    void judge(Database postgres, Topic topic, Findings findings) {
        Map<String, Long> statements = new HashMap<>();
        Map<String, Long> occurrences = new HashMap<>();
        topic.events()
                .values()
                .forEach(events -> events.forEach(event -> {
                    String fingerprint = fingerprints.getOrDefault(event.specimen(), event.specimen() + ", not stored");
                    statements.merge(fingerprint, 1L, Long::sum);
                    event.specimen()
                            .rules()
                            .forEach(rule -> occurrences.merge(
                                    String.join(" ", event.application(), rule, fingerprint), 1L, Long::sum));
                }));
        compare(postgres, "select fingerprint, executions from statement", "statement", statements, findings);
        compare(
                postgres,
                "select application || ' ' || rule || ' ' || fingerprint, occurrences from finding",
                "finding",
                occurrences,
                findings);
    }

    private static void compare(
            Database postgres, String sql, String table, Map<String, Long> expected, Findings findings) {
        Map<String, Long> left = new HashMap<>(expected);
        Rows.read(postgres, sql, row -> {
            Long count = left.remove(row.getString(1));
            findings.compare(table + ": " + row.getString(1), count == null ? 0 : count, row.getLong(2));
        });
        left.forEach((key, count) -> findings.compare(table + ": " + key, count, 0));
    }
}
