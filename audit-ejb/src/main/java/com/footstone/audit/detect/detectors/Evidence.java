package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.footstone.audit.query.Span;

/** Collects what an anomaly goes by. */
final class Evidence {

    /** A producer may put anything into that field; only what is a SQLSTATE is shown. */
    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");

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

    Evidence states(List<String> states) {
        List<String> shown =
                states.stream().filter(state -> STATE.matcher(state).matches()).toList();
        return shown.isEmpty() ? this : with("sqlStates", String.join(", ", shown));
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }
}
