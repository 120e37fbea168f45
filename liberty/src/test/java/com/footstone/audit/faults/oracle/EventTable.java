package com.footstone.audit.faults.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.footstone.audit.dev.Database;
import com.footstone.audit.faults.load.Specimen;

/** The table of events: each place in Kafka once, and with the verdict that it deserves. */
final class EventTable {

    private static final String EVENTS = """
            select offset, event_id, application, kind, severity, arrayStringConcat(arraySort(rules), ','),
                   length(unchecked), fingerprint
            from events where topic = '%s' and partition = %d order by offset
            """;

    private final Database database;
    private final Findings findings;
    private final Map<Specimen, String> fingerprints = new EnumMap<>(Specimen.class);

    EventTable(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void judge(Topic topic) {
        topic.events().forEach(this::judge);
    }

    private void judge(int partition, List<Sent> sent) {
        Walk walk = new Walk(partition, sent.iterator());
        Rows.read(database, EVENTS.formatted(Topic.NAME, partition), walk::row);
        walk.end();
    }

    /** Which fingerprint the service gave to each specimen. */
    Map<Specimen, String> fingerprints() {
        return fingerprints;
    }

    /** Goes through what was sent and what is stored side by side. */
    private final class Walk {

        private final int partition;
        private final Iterator<Sent> sent;
        private Sent next;
        private long last = -1;

        Walk(int partition, Iterator<Sent> sent) {
            this.partition = partition;
            this.sent = sent;
            advance();
        }

        private void advance() {
            next = sent.hasNext() ? sent.next() : null;
        }

        void row(ResultSet row) throws SQLException {
            long offset = row.getLong(1);
            while (next != null && next.offset() < offset) {
                findings.add(Trouble.LOST, 1, "events: " + partition + ":" + next.offset());
                advance();
            }
            if (offset == last) {
                findings.add(Trouble.TWICE, 1, "events: " + partition + ":" + offset);
            } else if (next == null || next.offset() > offset) {
                findings.add(Trouble.ALIEN, 1, "events: " + partition + ":" + offset);
            } else {
                compare(next, row);
                advance();
            }
            last = offset;
        }

        void end() {
            for (; next != null; advance()) {
                findings.add(Trouble.LOST, 1, "events: " + partition + ":" + next.offset());
            }
        }

        private void compare(Sent expected, ResultSet row) throws SQLException {
            String where = partition + ":" + expected.offset() + " " + expected.specimen();
            if (!expected.eventId().equals(row.getString(2))
                    || !expected.application().equals(row.getString(3))) {
                findings.add(Trouble.ALIEN, 1, where);
            }
            Specimen specimen = expected.specimen();
            List<String> rules = Arrays.stream(row.getString(6).split(","))
                    .filter(rule -> !rule.isEmpty())
                    .toList();
            if (!specimen.kind().equals(row.getString(4))
                    || specimen.severity() != row.getInt(5)
                    || !specimen.rules().equals(rules)
                    || row.getInt(7) != 0) {
                findings.add(
                        Trouble.VERDICT_WRONG,
                        1,
                        where + " is " + row.getString(4) + ", severity " + row.getInt(5) + ", " + rules
                                + ", unchecked " + row.getInt(7));
            }
            String known = fingerprints.putIfAbsent(specimen, row.getString(8));
            if (known != null && !known.equals(row.getString(8))) {
                findings.add(Trouble.VERDICT_WRONG, 1, where + " has another fingerprint than its like");
            }
        }
    }
}
