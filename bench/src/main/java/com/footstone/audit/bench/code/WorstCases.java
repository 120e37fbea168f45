package com.footstone.audit.bench.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.footstone.audit.model.SqlEvent;

/** Statements that somebody might send to hold the service up, each at two sizes: twice the text takes twice the time. */
public final class WorstCases {

    private static final int TRIES = 9;
    private static final int MEGABYTE = 1 << 20;
    private static final int ELEMENTS = 10_000;
    private static final int LEVELS = 100_000;

    private WorstCases() {}

    /**
     * What was found.
     *
     * @param millis best time of several for a statement of the first size
     * @param ratio best time at twice the size as part of that; 2 is linear
     */
    public record Result(String statement, double millis, double ratio) {}

    public static List<Result> measure() {
        List<Result> results = new ArrayList<>();
        try (Chain chain = Chain.forgetful()) {
            cases().forEach((name, made) -> results.add(measure(chain, name, made)));
        }
        return results;
    }

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put(
                "literal of a megabyte", new Case(MEGABYTE, n -> "select a from t where b = '" + "x".repeat(n) + "'"));
        cases.put("IN list of 10,000 numbers", new Case(ELEMENTS, WorstCases::inList));
        cases.put("100,000 nested brackets", new Case(LEVELS, n -> "select " + "(".repeat(n) + "1" + ")".repeat(n)));
        cases.put("100,000 nested sub-queries", new Case(LEVELS, n -> "select 1 from (".repeat(n)));
        cases.put("unterminated string", new Case(MEGABYTE, n -> "select a from t where b = '" + "x".repeat(n)));
        cases.put("unterminated comment", new Case(MEGABYTE, n -> "select a /*" + "x".repeat(n)));
        cases.put("unterminated nested comments", new Case(MEGABYTE / 2, n -> "select a " + "/*".repeat(n)));
        cases.put("quotes and nothing else", new Case(MEGABYTE, n -> "select " + "'".repeat(n | 1)));
        cases.put("dollar quotes that never end", new Case(LEVELS, WorstCases::dollarQuotes));
        return cases;
    }

    /** A statement by its size. */
    private record Case(int size, IntFunction<String> text) {}

    private static String inList(int elements) {
        return IntStream.range(0, elements)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "select a from t where b in (", ")"));
    }

    private static String dollarQuotes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "$a" + i + "$ ").collect(Collectors.joining("", "select ", ""));
    }

    private static Result measure(Chain chain, String name, Case made) {
        long once = best(chain, made.text().apply(made.size()));
        long twice = best(chain, made.text().apply(2 * made.size()));
        return new Result(name, once / 1e6, (double) twice / once);
    }

    private static long best(Chain chain, String text) {
        SqlEvent event =
                SqlEvent.builder(text, Instant.now()).dbSystem("postgresql").build();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            chain.analyse(i, event);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
