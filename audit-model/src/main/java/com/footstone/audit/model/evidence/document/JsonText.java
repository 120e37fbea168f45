package com.footstone.audit.model.evidence.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.footstone.audit.model.InvalidValueException;

/**
 * Just so much JSON as evidence is made of: objects, arrays, texts, whole numbers, true, false and null. The verifier must
 * not need a library to be trusted with it.
 */
final class JsonText {

    private static final int DEEPEST = 16;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * Reads an object; its members are Strings, Longs, Booleans, Lists, Maps or null.
     *
     * @throws InvalidValueException if the text is anything else
     */
    static Map<String, Object> object(String text) {
        JsonText json = new JsonText(text);
        Map<String, Object> members = json.members(0);
        json.blank();
        if (json.at < text.length()) {
            throw json.fault();
        }
        return members;
    }

    /** Writes a Map, a List, a number, a Boolean, null, or anything else as a text. */
    static String of(Object value) {
        StringBuilder out = new StringBuilder(512);
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> members) {
            String before = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.append(before);
                write(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                before = ",";
            }
            out.append('}');
        } else if (value instanceof List<?> items) {
            out.append('[');
            for (int i = 0; i < items.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(items.get(i), out);
            }
            out.append(']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(value.toString(), out);
        }
    }

    /** All that is not ASCII is escaped, so that no tool on the way can change the bytes. */
    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private Object value(int depth) {
        blank();
        char c = peek();
        if (c == '{') {
            return members(depth);
        }
        if (c == '[') {
            return items(depth);
        }
        if (c == '"') {
            return string();
        }
        if (c == '-' || Character.isDigit(c)) {
            return number();
        }
        return word();
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        open('{', depth);
        while (!closes('}', members.isEmpty())) {
            blank();
            String name = string();
            expect(':');
            if (members.containsKey(name)) {
                throw fault();
            }
            members.put(name, value(depth + 1));
        }
        return members;
    }

    private List<Object> items(int depth) {
        List<Object> items = new ArrayList<>();
        open('[', depth);
        while (!closes(']', items.isEmpty())) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private void open(char bracket, int depth) {
        expect(bracket);
        if (depth > DEEPEST) {
            throw fault();
        }
    }

    /** Whether the bracket closes here; if not, passes the comma in front of the next item. */
    private boolean closes(char bracket, boolean first) {
        blank();
        if (peek() == bracket) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            try {
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            } catch (NumberFormatException e) {
                throw fault();
            }
        }
        int known = ESCAPED.indexOf(c);
        if (known < 0) {
            throw fault();
        }
        return MEANT.charAt(known);
    }

    private Long number() {
        int start = at;
        at++;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        try {
            return Long.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw fault();
        }
    }

    private Boolean word() {
        for (String word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("null") ? null : Boolean.valueOf(word);
            }
        }
        throw fault();
    }

    private void expect(char c) {
        blank();
        if (peek() != c) {
            throw fault();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault();
        }
        return text.charAt(at);
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private InvalidValueException fault() {
        return new InvalidValueException("line", "is not the JSON of evidence at character " + (at + 1));
    }
}
