package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GapFillTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);

    @Test
    void aNumberInTheMiddleSplitsAGapAndTellsWhenItWas() {
        Instant then = NOON.plusSeconds(60);
        GapFill fill = GapFill.of(List.of(gap(10, 20)), List.of(new Numbered(15, then)));

        assertThat(fill.touched()).containsExactly(gap(10, 20));
        assertThat(fill.open())
                .containsExactly(Gap.between(10, 14, NOON, then, ONE), Gap.between(16, 20, then, ONE, ONE));
        assertThat(fill.closed()).containsExactly(gap(15, 15));
        assertThat(fill.repeated()).isZero();
    }

    @Test
    void allNumbersCloseAGap() {
        GapFill fill = GapFill.of(List.of(gap(10, 12)), numbers(10, 11, 12));

        assertThat(fill.open()).isEmpty();
        assertThat(fill.closed()).containsExactly(gap(10, 12));
    }

    @Test
    void aNumberThatLiesInNoGapCameBefore() {
        GapFill fill = GapFill.of(List.of(gap(10, 12), gap(20, 22)), numbers(9, 13, 19, 21, 23));

        assertThat(fill.repeated()).isEqualTo(4);
        assertThat(fill.touched()).containsExactly(gap(20, 22));
    }

    @Test
    void aBlurredGapStaysAsItIs() {
        Gap blurred = new Gap(10, 30, 5, true, NOON, ONE, ONE);
        GapFill fill = GapFill.of(List.of(blurred), numbers(12, 13));

        assertThat(fill.touched()).isEmpty();
        assertThat(fill.repeated()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsOpenIsWhatHasNotCome(int seed) {
        Random random = new Random(seed);
        List<Gap> gaps = new ArrayList<>();
        TreeSet<Long> missing = new TreeSet<>();
        for (long first = random.nextInt(20); first < 1000; first += 2 + random.nextInt(40)) {
            long last = first + random.nextInt(30);
            gaps.add(gap(first, last));
            LongStream.rangeClosed(first, last).forEach(missing::add);
            first = last;
        }
        long repeated = 0;
        for (int batch = 0; batch < 20; batch++) {
            long[] late = random.longs(40, 0, 1100).sorted().distinct().toArray();
            GapFill fill = GapFill.of(gaps, numbers(late));
            long came = 0;
            for (long number : late) {
                came += missing.remove(number) ? 1 : 0;
            }
            gaps.removeAll(fill.touched());
            gaps.addAll(fill.open());
            gaps.sort((one, other) -> Long.compare(one.first(), other.first()));

            assertThat(fill.repeated()).isEqualTo(late.length - came);
            assertThat(fill.closed().stream().mapToLong(Gap::missing).sum()).isEqualTo(came);
            assertThat(gaps.stream().flatMapToLong(gap -> LongStream.rangeClosed(gap.first(), gap.last())))
                    .containsExactlyElementsOf(missing);
            repeated += fill.repeated();
        }
        assertThat(repeated).isPositive();
    }

    private static Gap gap(long first, long last) {
        return Gap.between(first, last, NOON, ONE, ONE);
    }

    private static List<Numbered> numbers(long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> new Numbered(number, NOON))
                .toList();
    }
}
