package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of gaps when numbers come late.
 *
 * @param touched the gaps that are no longer what they were
 * @param open what is still missing of them
 * @param closed what came of them, in as few pieces as there are rows of numbers
 * @param repeated how many numbers lie in no gap, and so came before
 */
record GapFill(List<Gap> touched, List<Gap> open, List<Gap> closed, long repeated) {

    /**
     * Fills gaps.
     *
     * @param gaps open gaps of a producer, in order, at least those that hold one of the numbers
     * @param late numbers in order, each there once
     */
    static GapFill of(List<Gap> gaps, List<Numbered> late) {
        GapFill fill = new GapFill(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        int next = 0;
        long repeated = 0;
        for (Gap gap : gaps) {
            int from = next;
            while (from < late.size() && late.get(from).number() < gap.first()) {
                from++;
            }
            repeated += from - next;
            next = from;
            while (next < late.size() && gap.holds(late.get(next).number())) {
                next++;
            }
            // Whether a number of a blurred gap came before is not known, so it neither fills nor repeats.
            if (next > from && !gap.blurred()) {
                fill.touched.add(gap);
                fill.split(gap, late.subList(from, next));
            }
        }
        return new GapFill(fill.touched, fill.open, fill.closed, repeated + late.size() - next);
    }

    private void split(Gap gap, List<Numbered> came) {
        long missingFrom = gap.first();
        Instant before = gap.from();
        int run = 0;
        for (int i = 0; i < came.size(); i++) {
            Numbered one = came.get(i);
            if (one.number() > missingFrom) {
                open.add(Gap.between(missingFrom, one.number() - 1, before, one.time(), gap.opened()));
            }
            missingFrom = one.number() + 1;
            before = one.time();
            if (i + 1 == came.size() || came.get(i + 1).number() > missingFrom) {
                closed.add(Gap.between(came.get(run).number(), one.number(), gap.from(), gap.to(), gap.opened()));
                run = i + 1;
            }
        }
        if (missingFrom <= gap.last()) {
            open.add(Gap.between(missingFrom, gap.last(), before, gap.to(), gap.opened()));
        }
    }
}
