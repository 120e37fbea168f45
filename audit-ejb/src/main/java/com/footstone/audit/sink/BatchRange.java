package com.footstone.audit.sink;

import java.util.Objects;

/**
 * The offsets of one partition that are stored together: {@code from} inclusive, {@code to} exclusive. Two batches of a
 * partition never overlap without being the same one, because a range is claimed in PostgreSQL before it is stored.
 */
public record BatchRange(String topic, int partition, long from, long to) {

    public BatchRange {
        Objects.requireNonNull(topic, "topic is null");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("not a range of offsets: from " + from + " to " + to);
        }
    }

    /** What a retried insert is recognised by in ClickHouse. */
    public String token() {
        return topic + ":" + partition + ":" + from + "-" + to;
    }
}
