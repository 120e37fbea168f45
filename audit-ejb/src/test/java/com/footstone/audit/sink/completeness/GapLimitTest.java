package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GapLimitTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void fewGapsStayAsTheyAre() {
        List<Gap> gaps = List.of(gap(1, 2), gap(4, 5));

        assertThat(GapLimit.apply(gaps, 2)).isEqualTo(gaps);
    }

    @Test
    void theNearestAreBlurredAndWhatIsMissingInAllStays() {
        List<Gap> kept = GapLimit.apply(List.of(gap(1, 2), gap(50, 59), gap(61, 61), gap(63, 70), gap(900, 901)), 3);

        assertThat(kept).containsExactly(gap(1, 2), new Gap(50, 70, 19, true, NOON, NOON, NOON), gap(900, 901));
    }

    @Test
    void manyAreBoundedAndStayInOrder() {
        List<Gap> many = LongStream.range(0, 5000)
                .mapToObj(i -> gap(i * i + 2 * i, i * i + 2 * i))
                .toList();
        List<Gap> kept = GapLimit.apply(many, 100);

        assertThat(kept).hasSize(100);
        assertThat(kept.stream().mapToLong(Gap::missing).sum()).isEqualTo(5000);
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i).first()).isGreaterThan(kept.get(i - 1).last());
        }
    }

    private static Gap gap(long first, long last) {
        return Gap.between(first, last, NOON, NOON, NOON);
    }
}
