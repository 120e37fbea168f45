package com.footstone.audit.intake.decode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.footstone.audit.intake.decode.DecodeResult.Decoded;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Records damaged in every way that a seeded die comes upon: each ends in one of the two results, and tells nothing. */
class HostileBytesTest {

    /** Stands in every text of the records below; a message that holds a part of it repeats what the record holds. */
    private static final String CANARY = "Qzx7Qzx7";

    private static final int ROUNDS = 50_000;

    private static final List<byte[]> RECORDS = List.of(
            utf8(Samples.recordWith(
                    "\"host\":\"#\",\"errorMessage\":\"#\\n#\",\"endUser\":\"# #\",\"executionTimeMs\":17,"
                            + "\"rowsAffected\":3.0,\"#\":[{\"#\":\"#\"}]")),
            utf8("{\"sql\":\"UPDATE # SET a = '#'\",\"sqlType\":\"#\",\"executionLayer\":\"#\",\"timestamp\":\"#\"}"),
            utf8(Samples.recordWith("\"params\":{\"#\":\"#\",\"2\":[\"#\",{\"#\":1e3}],\"3\":\"\\u00e9\"}")),
            utf8(Samples.recordWith(
                    "\"violations\":{\"passed\":false,\"riskLevel\":\"#\",\"violations\":[{\"message\":\"#\","
                            + "\"suggestion\":\"#\",\"riskLevel\":\"LOW\"}],\"details\":{\"#\":\"#\"}}")),
            utf8("[\"#\"] #"),
            utf8("#"));

    /** Bytes that mean something to JSON or to UTF-8. */
    private static final byte[] TELLING =
            "\"\"\"\\\\{}[]:,,0-.eEtfnu \t\n\0\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    private final Random random = new Random(20261121);

    @Test
    void damaged_records_end_in_one_of_two_results_and_messages_tell_nothing() {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        int[] decoded = {0};

        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] record = damaged();
                byte[] before = record.clone();
                DecodeResult result = Samples.decode(record);

                if (result instanceof Undecodable fault) {
                    reasons.add(fault.reason());
                    assertTellsNothing(fault, round);
                } else {
                    decoded[0]++;
                    assertThat(((Decoded) result).event().sql()).isNotBlank();
                }
                assertThat(Arrays.equals(record, before)).as("record unchanged").isTrue();
            }
        });

        assertThat(reasons)
                .contains(
                        Reason.NOT_JSON,
                        Reason.NOT_UTF8,
                        Reason.WRONG_TYPE,
                        Reason.MISSING_FIELD,
                        Reason.DUPLICATE_FIELD,
                        Reason.MALFORMED_TIMESTAMP,
                        Reason.OLDER_THAN_RETENTION,
                        Reason.FUTURE_TIMESTAMP);
        assertThat(decoded[0]).as("records that survive").isGreaterThan(ROUNDS / 100);
    }

    @Test
    void every_beginning_of_a_record_is_refused() {
        for (byte[] whole : RECORDS) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(Samples.decode(Arrays.copyOf(whole, length))).isInstanceOf(Undecodable.class);
            }
        }
    }

    @Test
    void no_wrong_type_of_any_field_shows_in_its_message() {
        for (Field field : Field.values()) {
            for (String value : List.of("\"#\"", "[\"#\"]", "{\"#\":\"#\"}", "77077", "-77077", "7.5e77", "true")) {
                byte[] record =
                        utf8("{\"" + field.wireName + "\":" + value + ",\"" + field.wireName + "\":" + value + "}");

                assertTellsNothing(Samples.undecodable(Samples.decode(record)), 0);
            }
        }
    }

    private static void assertTellsNothing(Undecodable fault, int round) {
        assertThat(fault.toString())
                .as("round %s", round)
                .doesNotContain("Qzx", "zx7", "x7Q", "77077", "7.5")
                .hasSizeLessThan(300);
    }

    private byte[] damaged() {
        byte[] record = RECORDS.get(random.nextInt(RECORDS.size())).clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            record = damagedOnce(record);
        }
        return record;
    }

    private byte[] damagedOnce(byte[] record) {
        if (record.length < 2) {
            return record;
        }
        int at = random.nextInt(record.length);
        int end = Math.min(record.length, at + 1 + random.nextInt(20));
        switch (random.nextInt(6)) {
            case 0 -> record[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> record[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> record[at] = (byte) ('0' + random.nextInt(10));
            case 3 -> {
                return splice(record, at, end, new byte[0]);
            }
            case 4 -> {
                return splice(record, at, at, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            }
            default -> {
                byte[] other = RECORDS.get(random.nextInt(RECORDS.size()));
                int from = random.nextInt(other.length);
                return splice(
                        record, at, end, Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from)));
            }
        }
        return record;
    }

    private static byte[] splice(byte[] record, int from, int to, byte[] replacement) {
        byte[] spliced = Arrays.copyOf(record, record.length - (to - from) + replacement.length);
        System.arraycopy(replacement, 0, spliced, from, replacement.length);
        System.arraycopy(record, to, spliced, from + replacement.length, record.length - to);
        return spliced;
    }

    private static byte[] utf8(String text) {
        return text.replace("#", CANARY).getBytes(StandardCharsets.UTF_8);
    }
}
