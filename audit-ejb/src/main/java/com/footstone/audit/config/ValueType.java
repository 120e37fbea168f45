package com.footstone.audit.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values that a setting accepts.
 *
 * @param name what the value is, for the reference table
 * @param range which of them are accepted, with their unit, readable after "must be"
 * @param reader reads trimmed, non-empty text; empty if the text is not an accepted value
 */
public record ValueType<T>(String name, String range, Function<String, Optional<T>> reader) {

    public ValueType {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(range, "range is null");
        Objects.requireNonNull(reader, "reader is null");
    }

    /** A whole number. */
    public static ValueType<Integer> integer(int min, int max, String unit) {
        return new ValueType<>(
                "integer", range(min, max, unit), text -> number(text, min, max).map(Long::intValue));
    }

    /** A whole number that may exceed an int. */
    public static ValueType<Long> count(long min, long max, String unit) {
        return new ValueType<>("integer", range(min, max, unit), text -> number(text, min, max));
    }

    /** {@code true} or {@code false}. */
    public static ValueType<Boolean> flag() {
        return new ValueType<>("boolean", "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /**
     * A length of time: a plain number counted in a unit, or ISO-8601 ({@code PT1.5S}, {@code P90D}).
     *
     * @param unit what a plain number counts: milliseconds, seconds, minutes, hours or days
     * @param min shortest accepted, in whole units
     * @param max longest accepted, in whole units
     */
    public static ValueType<Duration> duration(ChronoUnit unit, long min, long max) {
        Duration shortest = Duration.of(min, unit);
        Duration longest = Duration.of(max, unit);
        String plain = unit == ChronoUnit.MILLIS ? "ms" : unit.toString().toLowerCase(Locale.ROOT);
        return new ValueType<>("duration: " + plain + " or ISO-8601", range(min, max, plain), text -> time(text, unit)
                .filter(time -> time.compareTo(shortest) >= 0 && time.compareTo(longest) <= 0));
    }

    /** Text of at most 10,000 characters. */
    public static ValueType<String> text() {
        return new ValueType<>("text", "text of 1 to 10000 characters", text -> Optional.of(text)
                .filter(t -> t.length() <= 10_000));
    }

    /** One constant of an enum, in any case of letters. */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String names = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
        return new ValueType<>("choice", "one of " + names, text -> constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst());
    }

    /** Texts separated by commas; blanks around them are dropped. */
    public static ValueType<List<String>> list() {
        return new ValueType<>("list", "a comma-separated list", text -> Optional.of(Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList())
                .filter(items -> !items.isEmpty()));
    }

    private static String range(long min, long max, String unit) {
        return (min + " to " + max + " " + unit).strip();
    }

    private static Optional<Long> number(String text, long min, long max) {
        try {
            long value = Long.parseLong(text);
            return value < min || value > max ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> time(String text, ChronoUnit unit) {
        try {
            boolean plain = Character.isDigit(text.charAt(text.length() - 1));
            return Optional.of(plain ? Duration.of(Long.parseLong(text), unit) : Duration.parse(text));
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
