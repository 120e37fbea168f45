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

class GapSearchTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void findsNothingWhereEverythingCame() {
        GapSearch.Result result = search(0, 5000, came(LongStream.range(0, 5000).toArray()));

        assertThat(result.gaps()).isEmpty();
        assertThat(result.judged()).isEqualTo(5000);
    }

    @Test
    void findsGapsWithinAndAcrossBlocks() {
        assertThat(bounds(search(0, 2049, came(0, 1, 3, 1023, 1025, 2048))))
                .containsExactly(List.of(2L, 2L), List.of(4L, 1022L), List.of(1024L, 1024L), List.of(1026L, 2047L));
    }

    @Test
    void aWildJumpIsOneGap() {
        long far = 1L << 60;

        assertThat(bounds(search(3, far + 1, came(0, 1, 2, far)))).containsExactly(List.of(3L, far - 1));
    }

    @Test
    void aSequenceMayBeginWithOneButNotWithTwo() {
        assertThat(search(0, 2, came(1)).gaps()).isEmpty();
        assertThat(bounds(search(0, 3, came(2)))).containsExactly(List.of(0L, 1L));
        assertThat(bounds(search(0, 3, came(0, 2)))).containsExactly(List.of(1L, 1L));
    }

    @Test
    void whatIsMissingAtTheEndIsLeftForLater() {
        GapSearch.Result result = search(0, 2048, came(0, 1, 2, 4));

        assertThat(bounds(result)).containsExactly(List.of(3L, 3L));
        assertThat(result.judged()).isEqualTo(5);
    }

    @Test
    void theTimesAreThoseOfTheBlocksAroundButNotOutsideOfTheStretch() {
        List<Block> blocks = Block.of(List.of(
                new Numbered(0, NOON),
                new Numbered(1, NOON.plusSeconds(10)),
                new Numbered(5000, NOON.plusSeconds(60)),
                new Numbered(5001, NOON.plusSeconds(90))));

        assertThat(GapSearch.in(0, 5002, blocks, null, NOON.plusSeconds(90), NOON)
                        .gaps())
                .containsExactly(Gap.between(2, 4999, NOON, NOON.plusSeconds(90), NOON));
        assertThat(GapSearch.in(2, 5002, blocks, NOON.plusSeconds(9), NOON.plusSeconds(70), NOON)
                        .gaps())
                .containsExactly(Gap.between(2, 4999, NOON, NOON.plusSeconds(70), NOON));
        assertThat(GapSearch.in(1024, 5002, blocks.subList(1, 2), NOON.plusSeconds(9), NOON.plusSeconds(90), NOON)
                        .gaps())
                .containsExactly(Gap.between(1024, 4999, NOON.plusSeconds(9), NOON.plusSeconds(90), NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsExactlyWhatDidNotComeHoweverItIsCutIntoStretches(int seed) {
        Random random = new Random(seed);
        TreeSet<Long> came = new TreeSet<>();
        for (long number = 0; number < 6000; number++) {
            if (number == 0 || random.nextInt(100) >= seed * 10) {
                came.add(number);
            }
        }
        List<Block> blocks = came(came.stream().mapToLong(Long::longValue).toArray());
        TreeSet<Long> missing = new TreeSet<>();
        long judged = 0;
        while (judged <= came.last()) {
            Long mark = came.higher(judged + random.nextInt(1500));
            long from = judged;
            List<Block> left = blocks.stream()
                    .filter(block -> block.start() + Block.SIZE > from)
                    .toList();
            GapSearch.Result result = search(from, mark == null ? came.last() + 1 : mark + 1, left);
            result.gaps().forEach(gap -> LongStream.rangeClosed(gap.first(), gap.last())
                    .forEach(missing::add));
            judged = result.judged();
        }

        TreeSet<Long> expected = new TreeSet<>();
        LongStream.rangeClosed(0, came.last())
                .filter(number -> !came.contains(number))
                .forEach(expected::add);
        assertThat(missing).isEqualTo(expected);
    }

    private static List<Block> came(long... numbers) {
        List<Numbered> came = new ArrayList<>();
        for (long number : numbers) {
            came.add(new Numbered(number, NOON));
        }
        return Block.of(came);
    }

    private static GapSearch.Result search(long from, long to, List<Block> blocks) {
        return GapSearch.in(from, to, blocks, from == 0 ? null : NOON, NOON, NOON);
    }

    private static List<List<Long>> bounds(GapSearch.Result result) {
        return result.gaps().stream()
                .map(gap -> List.of(gap.first(), gap.last()))
                .toList();
    }
}
