package com.footstone.audit.dev.shop.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

import com.footstone.audit.model.StatementKind;

/**
 * What a {@link Ledger} had counted at one moment.
 *
 * @param kinds the tallies by kind of statement; kinds that were never executed are absent
 * @param errors failed executions by SQLSTATE
 * @param operations how often each operation and accident of the shop went as intended, by name
 */
public record LedgerReport(Map<StatementKind, Tally> kinds, Map<String, Long> errors, Map<String, Long> operations) {

    public LedgerReport {
        Map<StatementKind, Tally> ordered = new EnumMap<>(StatementKind.class);
        ordered.putAll(kinds);
        kinds = Collections.unmodifiableMap(ordered);
        errors = Collections.unmodifiableMap(new TreeMap<>(errors));
        operations = Collections.unmodifiableMap(new TreeMap<>(operations));
    }

    /** The tally of one kind, {@link Tally#NONE} if it was never executed. */
    public Tally of(StatementKind kind) {
        return kinds.getOrDefault(kind, Tally.NONE);
    }

    /** The tally over all kinds. */
    public Tally total() {
        return kinds.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** What was counted between an earlier report of the same ledger and this one. */
    public LedgerReport since(LedgerReport earlier) {
        return new LedgerReport(
                difference(kinds, earlier.kinds, Tally::minus, Tally.NONE),
                difference(errors, earlier.errors, (now, then) -> now - then, 0L),
                difference(operations, earlier.operations, (now, then) -> now - then, 0L));
    }

    private static <K, V> Map<K, V> difference(Map<K, V> now, Map<K, V> then, BinaryOperator<V> minus, V nothing) {
        Map<K, V> difference = new TreeMap<>();
        now.forEach((key, value) -> {
            V grown = minus.apply(value, then.getOrDefault(key, nothing));
            if (!grown.equals(nothing)) {
                difference.put(key, grown);
            }
        });
        return difference;
    }
}
