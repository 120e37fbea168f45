package com.footstone.audit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects the conditions of a statement, each with the values for its question marks. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions add(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(List.of(bound));
        return this;
    }

    /** Adds the condition with one value, if there is one. */
    Conditions addIf(String condition, Optional<?> value) {
        value.ifPresent(present -> add(condition, present));
        return this;
    }

    /** The conditions so far, to be used in a part of the statement as well. */
    String text() {
        return String.join("\n  AND ", conditions);
    }

    /** The values so far, and one that follows them. */
    Object[] valuesAnd(Object last) {
        return Stream.concat(values.stream(), Stream.of(last)).toArray();
    }

    /**
     * The statement that holds the conditions.
     *
     * @param head what stands before WHERE
     * @param tail what stands after the conditions, beginning with ORDER BY or the like
     * @param last values of the tail
     */
    BoundSql statement(String head, String tail, Object... last) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(last));
        String where = conditions.isEmpty() ? "" : "\nWHERE " + text();
        return new BoundSql(head + where + "\n" + tail, all);
    }
}
