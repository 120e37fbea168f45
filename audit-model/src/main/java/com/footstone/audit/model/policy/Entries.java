package com.footstone.audit.model.policy;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.footstone.audit.model.InvalidValueException;

/** The checks that the records of a policy share. Messages name the field and never repeat what was given. */
final class Entries {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

    private Entries() {}

    /** A text that was given and is not too long. */
    static String text(String value, String name, int most) {
        Objects.requireNonNull(value, () -> name + " is null");
        if (value.isBlank()) {
            throw new InvalidValueException(name, "is empty");
        }
        if (value.length() > most) {
            throw new InvalidValueException(name, "is longer than " + most + " characters");
        }
        if (value.codePoints().anyMatch(Entries::unprintable)) {
            throw new InvalidValueException(name, "holds control characters or half of a character");
        }
        return value;
    }

    /** Some texts, each of which is one. */
    static List<String> texts(List<String> values, String name, int most, int longest) {
        Objects.requireNonNull(values, () -> name + " is null");
        bounded(values, name, most);
        for (int i = 0; i < values.size(); i++) {
            text(values.get(i), name + "[" + i + "]", longest);
        }
        return List.copyOf(values);
    }

    static void bounded(Collection<?> values, String name, int most) {
        if (values.size() > most) {
            throw new InvalidValueException(name, "has more than " + most + " entries");
        }
    }

    static void fingerprint(String value, String name) {
        if (!FINGERPRINT.matcher(value).matches()) {
            throw new InvalidValueException(name, "is not a fingerprint: 32 hexadecimal digits in lower case");
        }
    }

    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
