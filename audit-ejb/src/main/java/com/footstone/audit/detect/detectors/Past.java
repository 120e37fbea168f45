package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How much it was in the same hour of the days before.
 *
 * @param days on each of them
 * @param weeks on those that were the same day of the week
 */
record Past(List<Long> days, List<Long> weeks) {

    private static final int WEEK = 7;

    /** Fewer do not tell what is usual: a job of each Monday is known after three. */
    private static final int LEAST_WEEKS = 3;

    Past {
        days = List.copyOf(days);
        weeks = List.copyOf(weeks);
    }

    /**
     * The days since somebody is known.
     *
     * @param age how many they are
     * @param numbers how much it was so many days before; on those that are missing it was nothing
     */
    static Past of(long age, Map<Long, Long> numbers) {
        List<Long> days = LongStream.rangeClosed(1, age)
                .mapToObj(day -> numbers.getOrDefault(day, 0L))
                .toList();
        List<Long> weeks = LongStream.rangeClosed(1, age / WEEK)
                .mapToObj(week -> numbers.getOrDefault(WEEK * week, 0L))
                .toList();
        return new Past(days, weeks);
    }

    /** Whether so much is nothing new on this day of the week. */
    boolean isUsualOnThisWeekday(long observed, int deviations) {
        return weeks.size() >= LEAST_WEEKS && Baseline.of(weeks).excess(observed) < deviations;
    }
}
