package com.footstone.audit.web.request;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of one parameter, absent if the client did not give it, read as what it should be. */
final class ParameterText {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final String name;
    private final Optional<String> text;

    ParameterText(String name, String text) {
        this.name = name;
        this.text = Optional.ofNullable(text);
    }

    /** A text that is not blank and holds nothing that no name holds. */
    Optional<String> text() {
        text.filter(given -> given.codePoints().anyMatch(ParameterText::unprintable))
                .ifPresent(odd -> refuse("holds control characters or half of a character"));
        text.filter(String::isBlank).ifPresent(blank -> refuse("is empty: leave it out or give a value"));
        return text;
    }

    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    Optional<String> fingerprint() {
        text.filter(given -> !FINGERPRINT.matcher(given).matches())
                .ifPresent(other -> refuse("is not a fingerprint: 32 hexadecimal digits in lower case"));
        return text;
    }

    Optional<Instant> instant() {
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw fault("is not a time such as 2026-03-01T12:00:00Z (a + of an offset must be written %2B)");
        }
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return text.map(given -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> fault("is not one of " + Arrays.toString(type.getEnumConstants()))));
    }

    Optional<Boolean> flag() {
        return text.map(given -> switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("is neither true nor false");
        });
    }

    int number(int least, int most, int otherwise) {
        return text.map(given -> number(given, least, most)).orElse(otherwise);
    }

    /** The words of a text, which are what lies between spaces. */
    List<String> words() {
        return text().map(given -> List.of(SPACES.split(given.strip()))).orElse(List.of());
    }

    private int number(String given, int least, int most) {
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number out of bounds is.
        }
        throw fault("is not a number from " + least + " to " + most);
    }

    private void refuse(String fault) {
        throw fault(fault);
    }

    private InvalidParameterException fault(String fault) {
        return new InvalidParameterException(name, fault);
    }
}
