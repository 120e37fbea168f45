package com.footstone.audit.sink;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.footstone.audit.model.EventId;

/** A row of {@code dead_letter_replay}. */
@Entity
@Table(name = "dead_letter_replay")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
class ReplayEntity {

    @Id
    private String source;

    private String letter;

    @Column(name = "replayed_by")
    private String by;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "target_topic")
    private String topic;

    @Column(name = "target_partition")
    private int partition;

    @Column(name = "target_offset")
    private long offset;

    private int tries;

    private String event;

    protected ReplayEntity() {}

    /** Where the target partition ended before the record was first sent. */
    EventId end() {
        return new EventId(topic, partition, offset);
    }

    /** Where the record was sent, null as long as that is not known. */
    EventId event() {
        return event == null ? null : EventId.parse(event);
    }

    void tryOnce() {
        tries++;
    }

    void sentAs(EventId place) {
        event = place.toString();
    }
}
