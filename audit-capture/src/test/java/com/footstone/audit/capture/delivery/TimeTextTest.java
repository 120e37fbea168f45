package com.footstone.audit.capture.delivery;

import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeTextTest {

    private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private final TimeText times = new TimeText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T10:00:00Z",
                "2026-11-21T10:00:00.001Z",
                "2026-11-21T10:00:00.120Z",
                "2026-11-21T10:00:00.000001Z",
                "2026-11-21T10:00:00.100100Z",
                "2026-11-21T10:00:00.000000001Z",
                "2026-11-21T10:00:00.999999999Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z"
            })
    void writesEachFractionAsJavaDoes(String text) {
        Instant time = Instant.parse(text);
        assertThat(times.of(time)).isEqualTo(time.toString()).isEqualTo(text);
    }

    @RepeatedTest(20)
    void writesAnyTimesInAnyOrderAsJavaDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 1_000; i++) {
            long second = random.nextInt(4) == 0 ? random.nextLong(FIRST, LAST) : LAST;
            int unit = (int) Math.pow(10, 3 * random.nextInt(4));
            Instant time = Instant.ofEpochSecond(second, unit * random.nextLong(1_000_000_000 / unit));
            assertThat(times.of(time)).isEqualTo(time.toString());
        }
    }
}
