package com.footstone.audit.faults.proxy;

import com.footstone.audit.dev.Service;

/**
 * A point in the way of a batch at which something can go wrong, as the traffic of the service shows it. {@code SENT} means
 * that the service has sent and the other side has not got it; {@code ANSWERED}, that the other side has done it and the
 * service has not heard.
 */
public enum Moment {
    /** The claim of a batch is about to be committed. */
    CLAIM_SENT(Service.POSTGRES),
    CLAIM_ANSWERED(Service.POSTGRES),
    /** A letter is on its way to the dead-letter topic. */
    LETTER_SENT(Service.KAFKA),
    LETTER_ANSWERED(Service.KAFKA),
    /** The insert of a batch begins. */
    INSERT_BEGUN(Service.CLICKHOUSE),
    /** Half of the insert has got through. */
    INSERT_HALF(Service.CLICKHOUSE),
    /** All of the insert has got through but its last byte. */
    INSERT_SENT(Service.CLICKHOUSE),
    INSERT_ANSWERED(Service.CLICKHOUSE),
    /** ClickHouse holds the batch, and PostgreSQL is about to be told the first of it. */
    FINISH_BEGUN(Service.POSTGRES),
    /** PostgreSQL knows all of the batch and is about to be told to commit. */
    FINISH_SENT(Service.POSTGRES),
    FINISH_ANSWERED(Service.POSTGRES),
    /** Kafka is about to be told how far its partition is stored. */
    ACK_SENT(Service.KAFKA),
    ACK_ANSWERED(Service.KAFKA);

    private final Service side;

    Moment(Service side) {
        this.side = side;
    }

    /** The other side of the conversation in which the moment shows. */
    public Service side() {
        return side;
    }
}
