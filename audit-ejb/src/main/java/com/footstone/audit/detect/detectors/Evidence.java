package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.footstone.audit.query.Span;

/** Collects what an anomaly goes by. */
final class Evidence {

    /** A producer may put anything into that field; only what is a SQLSTATE is shown. */
    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");

    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 128;

    private final Map<String, String> values = new TreeMap<>();

    private Evidence() {}

    static Evidence empty() {
        return new Evidence();
    }

    /** Evidence from executions; windows are of their receipt, people look for when they were executed. */
    static Evidence of(Span executed) {
        return empty().with("firstExecution", executed.first().toString())
                .with("lastExecution", executed.last().toString());
    }

    Evidence with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Evidence with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** The first names of a list, each cut to what a person reads, and how many more there are: anybody may make names up. */
    Evidence names(String name, List<String> names) {
        String shown = names.stream()
                .limit(MOST_NAMES)
                .map(one -> one.length() > LONGEST_NAME ? one.substring(0, LONGEST_NAME) + "…" : one)
                .collect(Collectors.joining(", "));
        return with(name, names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown);
    }

    Evidence states(List<String> states) {
        List<String> shown =
                states.stream().filter(state -> STATE.matcher(state).matches()).toList();
        return shown.isEmpty() ? this : with("sqlStates", String.join(", ", shown));
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }
}
