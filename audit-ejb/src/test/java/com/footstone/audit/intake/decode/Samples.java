package com.footstone.audit.intake.decode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import com.footstone.audit.intake.decode.DecodeResult.Decoded;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.model.EventId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of decoding share: a moment, a place, and records made of text. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final EventId ID = new EventId("sql-audit-events", 2, 77);
    static final EventDecoder DECODER = new EventDecoder(Duration.ofDays(90));

    private Samples() {}

    /** A record with all that is required, and more. */
    static String recordWith(String moreFields) {
        return "{\"sql\":\"SELECT 1\",\"sqlType\":\"SELECT\",\"timestamp\":\"2026-11-21T10:15:30Z\"," + moreFields
                + "}";
    }

    static DecodeResult decode(String record) {
        return decode(record.getBytes(StandardCharsets.UTF_8));
    }

    static DecodeResult decode(byte[] record) {
        return DECODER.decode(ID, record, NOON);
    }

    static Decoded decoded(DecodeResult result) {
        assertThat(result).isInstanceOf(Decoded.class);
        return (Decoded) result;
    }

    static Undecodable undecodable(DecodeResult result) {
        assertThat(result).isInstanceOf(Undecodable.class);
        return (Undecodable) result;
    }

    static Undecodable undecodable(DecodeResult result, Reason reason) {
        Undecodable fault = undecodable(result);
        assertThat(fault.reason()).isEqualTo(reason);
        return fault;
    }
}
