package com.footstone.audit.faults.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.footstone.audit.dev.Database;

/** The sealed batches: of each partition an unbroken chain from its first offset to its last, and each as full as its range. */
final class Evidence {

    private static final String BATCHES = """
            select partition, from_offset, to_offset, events, encode(previous, 'hex'), encode(link, 'hex')
            from evidence_batch where topic = '%s' order by partition, from_offset
            """.formatted(Topic.NAME);

    private final Topic topic;
    private final Findings findings;
    private final Map<Integer, Chain> chains = new TreeMap<>();

    Evidence(Topic topic, Findings findings) {
        this.topic = topic;
        this.findings = findings;
    }

    void judge(Database postgres) {
        Rows.read(postgres, BATCHES, this::batch);
        Map<Integer, Long> ends = new HashMap<>(topic.ends());
        chains.forEach((partition, chain) -> {
            Long end = ends.remove(partition);
            if (end == null || chain.end != end) {
                broken(partition, chain.end, "is the end of the chain, and " + end + " that of the topic");
            }
        });
        ends.forEach((partition, end) -> broken(partition, 0, "has no chain"));
    }

    private void batch(ResultSet row) throws SQLException {
        int partition = row.getInt(1);
        Chain chain = chains.computeIfAbsent(
                partition, unseen -> new Chain(topic.events().getOrDefault(unseen, List.of())));
        long from = row.getLong(2);
        long to = row.getLong(3);
        if (from != chain.end) {
            broken(partition, from, "does not follow " + chain.end);
        }
        if (chain.link != null && !chain.link.equals(row.getString(5))) {
            broken(partition, from, "does not name the link of the batch before");
        }
        long events = chain.eventsBefore(to);
        if (events != row.getLong(4)) {
            broken(partition, from, "seals " + row.getLong(4) + " events of " + events);
        }
        chain.end = to;
        chain.link = row.getString(6);
    }

    private void broken(int partition, long offset, String how) {
        findings.add(Trouble.EVIDENCE_BROKEN, 1, partition + ":" + offset + " " + how);
    }

    /** How far the chain of a partition was followed. */
    private static final class Chain {

        private final List<Sent> events;
        private int counted;
        private long end;
        private String link;

        Chain(List<Sent> events) {
            this.events = events;
        }

        /** How many events lie between where it was asked last and an offset. */
        long eventsBefore(long offset) {
            long before = counted;
            while (counted < events.size() && events.get(counted).offset() < offset) {
                counted++;
            }
            return counted - before;
        }
    }
}
