package com.footstone.audit.intake.decode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IsoTimestampTest {

    private static final long LAST_SECOND =
            Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
    private static final long FIRST_SECOND =
            Instant.parse("0000-01-02T00:00:00Z").getEpochSecond();

    @Test
    void what_the_jdk_prints_is_read_back() {
        Random random = new Random(20261121);
        for (int i = 0; i < 50_000; i++) {
            long second = FIRST_SECOND + (long) (random.nextDouble() * (LAST_SECOND - FIRST_SECOND));
            int nano = random.nextInt(4) == 0 ? 0 : random.nextInt(1_000) * (random.nextBoolean() ? 1_000_000 : 1);
            Instant instant = Instant.ofEpochSecond(second, nano);
            OffsetDateTime elsewhere = instant.atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(2 * 72) - 72) * 900));

            assertThat(IsoTimestamp.parse(instant.toString())).isEqualTo(instant);
            assertThat(IsoTimestamp.parse(elsewhere.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:15:30Z, 2026-11-21T10:15:30Z",
        "2026-11-21T10:15:30z, 2026-11-21T10:15:30Z",
        "2026-11-21T10:15:30.1Z, 2026-11-21T10:15:30.100Z",
        "'2026-11-21T10:15:30,123456789Z', 2026-11-21T10:15:30.123456789Z",
        "2026-11-21T10:15:30+0530, 2026-11-21T04:45:30Z",
        "2026-11-21T10:15:30-05, 2026-11-21T15:15:30Z",
        "2026-11-21T10:15:30-00:00, 2026-11-21T10:15:30Z",
        "2026-11-21T10:15+02:00, 2026-11-21T08:15:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z"
    })
    void other_spellings_of_iso_8601_are_read(String text, Instant expected) {
        assertThat(IsoTimestamp.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-21",
                "2026-11-21T10:15:30",
                "2026-11-21 10:15:30Z",
                "2026-11-21T10:15:30.Z",
                "2026-11-21T10:15:30.1234567890Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T10:60:00Z",
                "2026-11-21T23:59:60Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2027-02-29T00:00:00Z",
                "2026-11-21T10:15:30ZZ",
                "2026-11-21T10:15:30+19:00",
                "2026-11-21T10:15:30+1:00",
                "2026-11-21T10:15:30+01:",
                "2026-11-21T10:15:30+010",
                "-2026-11-21T10:15:30Z",
                "+102026-11-21T10:15:30Z",
                "２０２６-11-21T10:15:30Z",
                "2026-11-21T10:15:30[Europe/Berlin]",
                "2026-11-21T10:15:3"
            })
    void anything_else_is_not(String text) {
        assertThat(IsoTimestamp.parse(text)).isNull();
    }
}
