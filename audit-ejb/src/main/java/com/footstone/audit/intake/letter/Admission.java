package com.footstone.audit.intake.letter;

import java.time.Instant;

import com.footstone.audit.intake.decode.DecodeResult;
import com.footstone.audit.model.EventId;

/** Decides whether a record is an event, as the running version does for every record. */
public interface Admission {

    /**
     * What would become of a record.
     *
     * @param id its place
     * @param value its value
     * @param now the time that its timestamp is judged by
     */
    DecodeResult judge(EventId id, byte[] value, Instant now);
}
