package com.footstone.audit.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The checks that records share. Messages name the field and the bound, never the value: values may be secret. */
final class Checks {

    private Checks() {}

    static String requireText(String value, String name) {
        Objects.requireNonNull(value, () -> name + " is null");
        if (value.isBlank()) {
            throw new InvalidValueException(name, "is blank");
        }
        return value;
    }

    static String requireLength(String value, String name, int max) {
        if (value != null && value.length() > max && value.codePointCount(0, value.length()) > max) {
            throw new InvalidValueException(name, "is longer than " + max + " characters");
        }
        return value;
    }

    /** A copy that cannot be changed. */
    static <T> List<T> copy(List<T> values, String name) {
        Objects.requireNonNull(values, () -> name + " is null");
        return List.copyOf(values);
    }

    /** A copy that cannot be changed, greatest first; equal ones stay in their order. */
    static <T> List<T> copySorted(List<T> values, String name, Comparator<? super T> greatestFirst) {
        List<T> copy = copy(values, name);
        return copy.size() < 2 ? copy : copy.stream().sorted(greatestFirst).toList();
    }

    static long requireAtLeast(long value, String name, long min) {
        if (value < min) {
            throw new InvalidValueException(name, "is less than " + min);
        }
        return value;
    }

    static int requireBetween(int value, String name, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidValueException(name, "is not between " + min + " and " + max);
        }
        return value;
    }
}
