package com.footstone.audit.capture.jdbc;

import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The values bound to a prepared statement, as bounded texts; kept only where the operator has asked for them. */
final class BoundValues {

    static final int MAX_VALUE_CHARACTERS = 1024;
    static final int MAX_CHARACTERS = 32_768;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private int characters;

    /** Takes the arguments of a setter: position or name first, value second. */
    void set(String setter, Object[] arguments) {
        String key = String.valueOf(arguments[0]);
        String before = texts.remove(key);
        characters -= before == null ? 0 : key.length() + before.length();
        String text = setter.equals("setNull") ? "null" : text(arguments[1]);
        int added = key.length() + text.length();
        if (characters + added <= MAX_CHARACTERS) {
            texts.put(key, text);
            characters += added;
        }
    }

    void clear() {
        texts.clear();
        characters = 0;
    }

    Map<String, String> snapshot() {
        return texts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    private static String text(Object value) {
        if (isPlain(value)) {
            String text = String.valueOf(value);
            return text.length() <= MAX_VALUE_CHARACTERS ? text : text.substring(0, MAX_VALUE_CHARACTERS) + "…";
        }
        // Reading a stream or a large object would take it from the driver.
        return "<" + value.getClass().getSimpleName() + ">";
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof Date
                || value instanceof TemporalAccessor;
    }
}
