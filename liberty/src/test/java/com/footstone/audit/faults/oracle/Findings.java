package com.footstone.audit.faults.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found to be wrong: how much of each kind, and some examples. */
public final class Findings {

    private static final int EXAMPLES = 10;

    private final Map<Trouble, Long> counts = new EnumMap<>(Trouble.class);
    private final Map<Trouble, List<String>> examples = new EnumMap<>(Trouble.class);

    void add(Trouble trouble, long count, String where) {
        counts.merge(trouble, count, Long::sum);
        List<String> some = examples.computeIfAbsent(trouble, kind -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(where);
        }
    }

    /** Compares a count with what it must be. */
    void compare(String where, long expected, long actual) {
        if (actual != expected) {
            add(
                    actual < expected ? Trouble.LOST : Trouble.TWICE,
                    Math.abs(expected - actual),
                    where + " has " + actual + " for " + expected);
        }
    }

    public long count(Trouble trouble) {
        return counts.getOrDefault(trouble, 0L);
    }

    /** Where it was found; no more than a few of a kind. */
    public List<String> examples(Trouble trouble) {
        return examples.getOrDefault(trouble, List.of());
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
