package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of a stretch that did not come. A stretch without blocks is one gap, however long it is. */
final class GapSearch {

    private final Instant before;
    private final Instant after;
    private final Instant now;
    private final List<Gap> gaps = new ArrayList<>();

    private Block previous;
    private long gap = -1;
    private Instant gapFrom;

    private GapSearch(Instant before, Instant after, Instant now) {
        this.before = before;
        this.after = after;
        this.now = now;
    }

    /**
     * Looks through {@code [from, to)}. What is missing at its end is left for later, when it is known where it ends.
     *
     * @param blocks those that hold a number of the stretch that came, in order
     * @param before when events below the stretch were executed at the latest, or null if there are none
     * @param after when events of the stretch were executed at the latest
     */
    static Result in(long from, long to, List<Block> blocks, Instant before, Instant after, Instant now) {
        GapSearch search = new GapSearch(before, after, now);
        long next = from;
        for (Block block : blocks) {
            if (block.start() > next) {
                search.absent(next);
                next = block.start();
            }
            long end = Math.min(to, block.start() + Block.SIZE);
            search.look(block, next, end);
            next = end;
        }
        return new Result(List.copyOf(search.gaps), search.gap < 0 ? next : search.gap);
    }

    /**
     * What was found.
     *
     * @param gaps the gaps, in order
     * @param judged the first number that was left for later
     */
    record Result(List<Gap> gaps, long judged) {}

    private void look(Block block, long from, long to) {
        if (from > block.start()) {
            previous = block;
        }
        if (block.bits() == null) {
            came(from, block);
        } else {
            for (long number = from; number < to; number++) {
                if (block.has(number)) {
                    came(number, block);
                } else {
                    absent(number);
                }
            }
        }
        previous = block;
    }

    private void absent(long number) {
        if (gap < 0) {
            gap = number;
            gapFrom = lowerBound();
        }
    }

    private void came(long number, Block block) {
        if (gap >= 0) {
            Instant to = earlier(after, block.last());
            // A sequence may begin with 1.
            if (gap > 0 || number > 1) {
                gaps.add(Gap.between(gap, number - 1, gapFrom == null ? block.first() : gapFrom, to, now));
            }
            gap = -1;
        }
        previous = block;
    }

    /** The block of the number below tells what the whole stretch does not: how early that number may have been. */
    private Instant lowerBound() {
        return previous == null ? before : previous.first();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
