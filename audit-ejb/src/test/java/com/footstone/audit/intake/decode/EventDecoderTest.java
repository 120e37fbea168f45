package com.footstone.audit.intake.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.intake.decode.DecodeResult.Decoded;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;

import static com.footstone.audit.intake.decode.Samples.DECODER;
import static com.footstone.audit.intake.decode.Samples.ID;
import static com.footstone.audit.intake.decode.Samples.NOON;
import static com.footstone.audit.intake.decode.Samples.decode;
import static com.footstone.audit.intake.decode.Samples.decoded;
import static com.footstone.audit.intake.decode.Samples.recordWith;
import static com.footstone.audit.intake.decode.Samples.undecodable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What a scenario file cannot hold: bytes that are no text, and great sizes. */
class EventDecoderTest {

    @Test
    void tombstone_and_empty_value_hold_no_event() {
        assertThat(DECODER.decode(ID, null, NOON))
                .isEqualTo(new Undecodable(ID, Reason.EMPTY_VALUE, "the record has no value"));
        assertThat(DECODER.decode(ID, new byte[0], NOON))
                .isEqualTo(new Undecodable(ID, Reason.EMPTY_VALUE, "the record has no value"));
    }

    @Test
    void byte_order_mark_of_utf8_is_skipped_and_nested_values_still_found() {
        assertThat(decoded(decode("\uFEFF" + recordWith("\"params\":{\"é\":[\"ü\", 2]}")))
                        .event()
                        .params())
                .containsEntry("é", "[\"ü\", 2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void other_unicode_encodings_are_refused(String charset) {
        undecodable(decode(recordWith("\"host\":\"n\"").getBytes(Charset.forName(charset))), Reason.NOT_UTF8);
    }

    @Test
    void latin_1_is_refused_at_its_place() {
        byte[] record = recordWith("\"host\":\"é\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(undecodable(decode(record), Reason.NOT_UTF8).message())
                .isEqualTo("the record is not UTF-8 at byte 80");
    }

    @Test
    void malformed_sequences_are_refused_in_values_names_and_ignored_fields() {
        List<byte[]> malformed = List.of(
                bytes(0xC0, 0xAF),
                bytes(0xE0, 0x80, 0xAF),
                bytes(0xF0, 0x80, 0x80, 0xAF),
                bytes(0xED, 0xA0, 0x80),
                bytes(0xED, 0xA0, 0xBD, 0xED, 0xB0, 0x8B),
                bytes(0xF4, 0x90, 0x80, 0x80),
                bytes(0xF8, 0x88, 0x80, 0x80, 0x80),
                bytes(0x80),
                bytes(0xC3),
                bytes(0xE2, 0x82),
                bytes(0xFF));
        for (byte[] sequence : malformed) {
            for (String field : List.of("\"host\":\"#\"", "\"#\":1", "\"colour\":\"#\"", "\"params\":{\"#\":\"#\"}")) {
                undecodable(decode(insert(recordWith(field), sequence)), Reason.NOT_UTF8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000_000, 33_000_000})
    void statement_of_many_megabytes_is_decoded(int length) {
        String sql = "x".repeat(length);

        assertThat(decoded(decode("{\"sql\":\"" + sql
                                + "\",\"sqlType\":\"UNKNOWN\",\"timestamp\":\"2026-11-21T10:15:30Z\"}"))
                        .event()
                        .sql())
                .isEqualTo(sql);
    }

    @Test
    void half_surrogates_of_a_statement_are_kept() {
        assertThat(decoded(
                                decode(
                                        "{\"sql\":\"x \\ud83d\",\"sqlType\":\"SELECT\",\"timestamp\":\"2026-11-21T10:15:30Z\"}"))
                        .event()
                        .sql())
                .isEqualTo("x \uD83D");
    }

    @Test
    void name_is_bounded_in_characters() {
        String whales = "\uD83D\uDC0B".repeat(1024);

        assertThat(decoded(decode(recordWith("\"host\":\"" + whales + "\"")))
                        .event()
                        .host())
                .isEqualTo(whales);
        assertThat(undecodable(decode(recordWith("\"host\":\"" + whales + "x\"")), Reason.TOO_LONG)
                        .message())
                .isEqualTo("host is longer than 1024 characters");
    }

    @Test
    void endless_numbers_and_field_names_are_refused() {
        undecodable(decode(recordWith("\"rowsAffected\":" + "9".repeat(1_001))), Reason.TOO_LONG);
        undecodable(decode(recordWith("\"colour\":" + "9".repeat(1_000_000))), Reason.TOO_LONG);
        undecodable(decode(recordWith("\"" + "n".repeat(100_000) + "\":1")), Reason.TOO_LONG);
    }

    @Test
    void nesting_is_bounded_wherever_it_is() {
        for (String field :
                List.of("params\":{\"1", "colour", "violations\":{\"details", "violations\":{\"violations")) {
            String close = field.contains("{") ? "}" : "";
            for (int depth : new int[] {10_000, 1_000_000}) {
                String nested = "[".repeat(depth) + "]".repeat(depth);
                DecodeResult result = decode(recordWith("\"" + field + "\":" + nested + close));

                undecodable(result, field.endsWith("violations") ? Reason.WRONG_TYPE : Reason.TOO_DEEP);
            }
        }
        assertThat(undecodable(decode("{\"a\":".repeat(10_000)), Reason.TOO_DEEP)
                        .message())
                .isEqualTo("the record is nested deeper than 1000");
    }

    @Test
    void nesting_up_to_the_bound_is_skipped() {
        int depth = EventDecoder.MAX_DEPTH - 1;

        assertThat(decoded(decode(recordWith("\"colour\":" + "[".repeat(depth) + "]".repeat(depth))))
                        .unknownFields())
                .isOne();
    }

    @Test
    void many_field_names_neither_fail_nor_stay() {
        for (int round = 0; round < 20; round++) {
            StringBuilder fields = new StringBuilder("\"host\":\"n\"");
            for (int i = 0; i < 20_000; i++) {
                fields.append(",\"f").append(round).append('-').append(i).append("\":1");
            }
            assertThat(decoded(decode(recordWith(fields.toString()))).unknownFields())
                    .isEqualTo(20_000);
        }
    }

    @Test
    void retention_is_the_operators() {
        byte[] record = recordWith("\"host\":\"n\"").getBytes(StandardCharsets.UTF_8);

        undecodable(new EventDecoder(Duration.ofHours(1)).decode(ID, record, NOON), Reason.OLDER_THAN_RETENTION);
        decoded(new EventDecoder(Duration.ofHours(2)).decode(ID, record, NOON));
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(36_501))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EventDecoder(wrong))
                    .withMessageStartingWith("retention is " + wrong);
        }
    }

    @Test
    void threads_share_a_decoder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> all = threads.invokeAll(Collections.nCopies(8, () -> {
                boolean right = true;
                for (int i = 0; i < 2_000; i++) {
                    Decoded result = (Decoded) decode(recordWith("\"host\":\"h" + i + "\",\"f" + i + "\":1"));
                    right &= result.event().host().equals("h" + i) && result.unknownFields() == 1;
                }
                return right;
            }));
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The record with a sequence of bytes in place of each {@code #}. */
    private static byte[] insert(String record, byte[] sequence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte b : record.getBytes(StandardCharsets.UTF_8)) {
            if (b == '#') {
                bytes.writeBytes(sequence);
            } else {
                bytes.write(b);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
