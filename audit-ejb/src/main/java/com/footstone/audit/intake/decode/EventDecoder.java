package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.footstone.audit.intake.decode.DecodeResult.Decoded;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.SqlEvent;

/**
 * Reads records of wire format version 1. Whatever the bytes are, the answer is one of the two of {@link DecodeResult} and
 * never an exception. Safe for use by several threads.
 *
 * <p>Optional fields may be {@code null}, which is as good as absent. Fields that the format does not have are ignored and
 * counted, names of types and layers that it does not have are read as UNKNOWN and counted. A known field given twice is a
 * fault: two statements in one record would let one of them pass unseen.
 */
public final class EventDecoder {

    /** Deepest nesting of objects and arrays. */
    static final int MAX_DEPTH = 1_000;

    /** Longest text, in characters: more than the largest record a broker is sensibly set to take. */
    static final int MAX_TEXT_LENGTH = 64 * 1024 * 1024;

    static final int MAX_NUMBER_LENGTH = 1_000;

    private final JsonFactory json;
    private final Duration retention;
    private final NamePool names = new NamePool();

    /**
     * @param retention how long events are kept; older ones are refused. More than zero, at most 36,500 days
     * @throws IllegalArgumentException if the retention is outside that range
     */
    public EventDecoder(Duration retention) {
        this.retention = new TimestampWindow(Instant.EPOCH, retention).retention();
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                // Names come from outside: interned, they would fill a table of the whole JVM.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // The table of names outlives a record: names chosen to collide must not fail later records.
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                // Faults are told by their place; the text around it stays out of every message.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /**
     * Reads a record.
     *
     * @param id the record's place, for the result
     * @param value the record's value, {@code null} for a tombstone; not kept, not changed
     * @param now the time that the timestamp is judged by; the same time gives the same result whenever it is asked
     */
    public DecodeResult decode(EventId id, byte[] value, Instant now) {
        Objects.requireNonNull(id, "id is null");
        try {
            requireUtf8(value);
            return parse(id, value, new TimestampWindow(now, retention));
        } catch (Rejection e) {
            return new Undecodable(id, e.reason(), e.getMessage());
        } catch (InvalidValueException e) {
            return new Undecodable(id, Reason.OUT_OF_RANGE, e.getMessage());
        } catch (RuntimeException e) {
            // A fault of the parser must cost this record only, not the partition; its message may quote the record.
            return new Undecodable(
                    id,
                    Reason.UNREADABLE,
                    "reading the record failed with " + e.getClass().getName());
        }
    }

    private Decoded parse(EventId id, byte[] value, TimestampWindow window) throws Rejection {
        try (JsonParser in = json.createParser(value)) {
            return read(id, value, in, window);
        } catch (IOException e) {
            throw new Rejection(Reason.NOT_JSON, "the record is not JSON");
        }
    }

    private Decoded read(EventId id, byte[] value, JsonParser in, TimestampWindow window)
            throws IOException, Rejection {
        try {
            EventReader reader = new EventReader(value, in, window, names);
            SqlEvent event = reader.read();
            return new Decoded(id, event, reader.unknowns().fields, reader.unknowns().values);
        } catch (JsonProcessingException e) {
            throw fault(e, in);
        }
    }

    private static void requireUtf8(byte[] value) throws Rejection {
        if (value == null || value.length == 0) {
            throw new Rejection(Reason.EMPTY_VALUE, "the record has no value");
        }
        for (int i = 0; i < Math.min(4, value.length); i++) {
            if (value[i] == 0) {
                // The parser would recognise these encodings and take them.
                throw new Rejection(Reason.NOT_UTF8, "the record is in UTF-16 or UTF-32, or binary; send UTF-8");
            }
        }
        int fault = Utf8.firstFault(value);
        if (fault >= 0) {
            throw new Rejection(Reason.NOT_UTF8, "the record is not UTF-8 at byte " + fault);
        }
    }

    /** The parser's own messages quote what it read, so only their kind and place are used. */
    private static Rejection fault(JsonProcessingException e, JsonParser in) {
        if (e instanceof StreamConstraintsException) {
            return in.getParsingContext().getNestingDepth() > MAX_DEPTH
                    ? new Rejection(Reason.TOO_DEEP, "the record is nested deeper than " + MAX_DEPTH)
                    : new Rejection(Reason.TOO_LONG, "a text, name or number in the record is too long");
        }
        if (e instanceof JsonEOFException) {
            return new Rejection(Reason.NOT_JSON, "the record ends in the middle of its JSON");
        }
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return new Rejection(Reason.NOT_JSON, "the record is not JSON" + (at < 0 ? "" : " near byte " + at));
    }
}
