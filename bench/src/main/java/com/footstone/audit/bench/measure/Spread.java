package com.footstone.audit.bench.measure;

import java.util.List;

/**
 * The same measured several times.
 *
 * @param median the one in the middle
 * @param min the least
 * @param max the most
 * @param rounds all, in the order they were measured
 */
public record Spread(double median, double min, double max, List<Double> rounds) {

    public static Spread of(List<Double> rounds) {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), List.copyOf(rounds));
    }
}
