package com.footstone.audit.detect.detectors;

import java.util.Arrays;
import java.util.List;

/**
 * What is usual, by numbers of the past. Median and median deviation: a few odd days among many, such as a month's end or an
 * earlier anomaly, do not move them.
 *
 * @param median the number in the middle
 * @param spread how far numbers lie from it, on the scale of a standard deviation
 */
record Baseline(double median, double spread) {

    /** By which a median absolute deviation of normally spread numbers becomes their standard deviation. */
    private static final double NORMAL = 1.4826;

    /** Numbers that hardly differ from day to day would make every change a marvel. */
    private static final double LEAST_SHARE = 0.1;

    private static final double LEAST = 1;

    /**
     * @param past the numbers, at least one
     */
    static Baseline of(List<Long> past) {
        double median = median(past.stream().mapToDouble(Long::doubleValue).toArray());
        double deviation = median(
                past.stream().mapToDouble(number -> Math.abs(number - median)).toArray());
        return new Baseline(median, Math.max(NORMAL * deviation, Math.max(LEAST_SHARE * median, LEAST)));
    }

    /** How many spreads a number lies above what is usual. */
    double excess(long number) {
        return (number - median) / spread;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
