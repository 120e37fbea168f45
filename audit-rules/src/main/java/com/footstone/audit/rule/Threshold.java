package com.footstone.audit.rule;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that an operator can set for a rule, as {@code checker.<rule>.<name>}. A value out of bounds stops the start.
 *
 * @param <T> what the value is in the program
 */
public sealed interface Threshold<T> {

    /** Its name: letters and digits, the first small; not {@code enabled}, which every rule has. */
    String name();

    /** The value that holds unless another one is set. */
    T standard();

    /** One sentence on what it does. */
    String meaning();

    /**
     * A whole number.
     *
     * @param least smallest accepted
     * @param most greatest accepted
     * @param unit what is counted, such as {@code rows}
     */
    record Count(String name, Long standard, long least, long most, String unit, String meaning)
            implements Threshold<Long> {
        public Count {
            requireName(name);
            Objects.requireNonNull(unit, "unit is null");
            requireMeaning(meaning);
            requireBounds(name, standard >= least && standard <= most);
        }
    }

    /**
     * A length of time, exact to the millisecond.
     *
     * @param least shortest accepted
     * @param most longest accepted
     */
    record Time(String name, Duration standard, Duration least, Duration most, String meaning)
            implements Threshold<Duration> {
        public Time {
            requireName(name);
            requireMeaning(meaning);
            requireBounds(name, standard.compareTo(least) >= 0 && standard.compareTo(most) <= 0);
        }
    }

    /** Yes or no. */
    record Flag(String name, Boolean standard, String meaning) implements Threshold<Boolean> {
        public Flag {
            requireName(name);
            Objects.requireNonNull(standard, "standard is null");
            requireMeaning(meaning);
        }
    }

    /** Texts without commas, at least one. */
    record Texts(String name, List<String> standard, String meaning) implements Threshold<List<String>> {
        public Texts {
            requireName(name);
            standard = List.copyOf(standard);
            requireMeaning(meaning);
            requireBounds(
                    name,
                    !standard.isEmpty() && standard.stream().noneMatch(text -> text.isBlank() || text.contains(",")));
        }
    }

    private static void requireName(String name) {
        if (!Pattern.matches("[a-z][A-Za-z0-9]*", name) || name.equals("enabled")) {
            throw new IllegalArgumentException("The threshold's name '" + name
                    + "' is not letters and digits, the first small, or is that of every rule's switch");
        }
    }

    private static void requireMeaning(String meaning) {
        Objects.requireNonNull(meaning, "meaning is null");
        if (meaning.isBlank()) {
            throw new IllegalArgumentException("The meaning is blank");
        }
    }

    private static void requireBounds(String name, boolean within) {
        if (!within) {
            throw new IllegalArgumentException("The default of " + name + " is not one of the values that it accepts");
        }
    }
}
