package com.footstone.audit.sink.completeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static java.util.Comparator.comparingLong;

/**
 * Bounds how many gaps of a producer are kept apart. Those with the fewest numbers between them become one blurred gap;
 * how much is missing in all stays exact.
 */
final class GapLimit {

    /** Each gap has an event on either side, so only a producer that makes numbers up has so many. */
    static final int MOST = 10_000;

    private GapLimit() {}

    /**
     * The gaps, put together until {@code most} are left.
     *
     * @param gaps in order
     */
    static List<Gap> apply(List<Gap> gaps, int most) {
        if (gaps.size() <= most) {
            return gaps;
        }
        Set<Integer> joined = new HashSet<>(IntStream.range(1, gaps.size())
                .boxed()
                .sorted(comparingLong(i -> gaps.get(i).first() - gaps.get(i - 1).last()))
                .limit(gaps.size() - (long) most)
                .toList());
        List<Gap> kept = new ArrayList<>(most);
        kept.add(gaps.get(0));
        for (int i = 1; i < gaps.size(); i++) {
            if (joined.contains(i)) {
                kept.add(blurred(kept.remove(kept.size() - 1), gaps.get(i)));
            } else {
                kept.add(gaps.get(i));
            }
        }
        return kept;
    }

    private static Gap blurred(Gap one, Gap next) {
        return new Gap(
                one.first(),
                next.last(),
                one.missing() + next.missing(),
                true,
                one.from().isBefore(next.from()) ? one.from() : next.from(),
                one.to().isAfter(next.to()) ? one.to() : next.to(),
                one.opened().isBefore(next.opened()) ? one.opened() : next.opened());
    }
}
