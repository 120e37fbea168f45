package com.footstone.audit.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import com.footstone.audit.model.InvalidValueException;

/** The fields of an object, which knows where in the whole it stands. What is null counts as left out. */
public final class Fields {

    private final Map<String, Object> values;
    private final String path;

    private Fields(Object value, String path, Set<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new InvalidValueException(path.isEmpty() ? "body" : path, "is not an object");
        }
        this.path = path;
        values = new LinkedHashMap<>();
        map.forEach((name, field) -> values.put((String) name, field));
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidValueException(
                            path.isEmpty() ? "body" : path,
                            "has a field that is not known; it may have " + sorted(known));
                });
    }

    /**
     * Reads a text that is one object.
     *
     * @param known the fields that it may have
     * @throws InvalidValueException naming the field at fault
     */
    public static Fields of(String text, Set<String> known) {
        return new Fields(JsonTree.read(text, "body"), "", known);
    }

    /** What is built of the fields; a fault of it is told by its whole path, unless it is so already. */
    <T> T build(Supplier<T> record) {
        try {
            return record.get();
        } catch (InvalidValueException e) {
            if (e.field().startsWith(path)) {
                throw e;
            }
            String fault = e.getMessage().substring(e.field().length() + 1);
            throw new InvalidValueException(path(e.field()), fault);
        }
    }

    /** Whether a field is given. */
    public boolean has(String name) {
        return given(name).isPresent();
    }

    /** A text, if it is given. */
    public Optional<String> text(String name) {
        return given(name).map(value -> text(value, path(name)));
    }

    /** A text that must be given. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** A whole number that must be given. */
    public long requiredNumber(String name) {
        Object value = given(name).orElseThrow(() -> missing(name));
        try {
            return value instanceof JsonTree.Numeral numeral ? Long.parseLong(numeral.text()) : noNumber(name);
        } catch (NumberFormatException e) {
            return noNumber(name);
        }
    }

    private long noNumber(String name) {
        throw fault(name, "is not a whole number");
    }

    /** Texts; none if they are left out. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            texts.add(text(item, path(name) + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** What a text stands for, if it is given. */
    <T> Optional<T> parsed(String name, Function<String, Optional<T>> reader, String fault) {
        return text(name).map(text -> reader.apply(text).orElseThrow(() -> fault(name, fault)));
    }

    Optional<Boolean> flag(String name) {
        return given(name).map(value -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw fault(name, "is neither true nor false");
        });
    }

    Optional<Fields> object(String name, Set<String> known) {
        return given(name).map(value -> new Fields(value, path(name), known));
    }

    List<Fields> objects(String name, Set<String> known) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(name)) {
            objects.add(new Fields(item, path(name) + "[" + objects.size() + "]", known));
        }
        return objects;
    }

    /** Texts by name; numbers are taken as the texts that they are written as. */
    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        given(name).ifPresent(value -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw fault(name, "is not an object");
            }
            map.forEach((key, text) -> texts.put((String) key, scalar(text, path(name + "." + key))));
        });
        return texts;
    }

    InvalidValueException fault(String name, String fault) {
        return new InvalidValueException(path(name), fault);
    }

    InvalidValueException missing(String name) {
        return fault(name, "is missing");
    }

    private List<?> list(String name) {
        Object value = given(name).orElse(List.of());
        if (value instanceof List<?> list) {
            return list;
        }
        throw fault(name, "is not a list");
    }

    private Optional<Object> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String scalar(Object value, String path) {
        if (value instanceof JsonTree.Numeral numeral) {
            return numeral.text();
        }
        return value instanceof Boolean flag ? flag.toString() : text(value, path);
    }

    private static String text(Object value, String path) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidValueException(path, "is not a text");
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
