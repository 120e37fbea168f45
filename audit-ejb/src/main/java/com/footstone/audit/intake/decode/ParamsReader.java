package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads bound values as texts: a string as it is, anything else as its JSON text. What goes past {@link #MAX_CHARACTERS}
 * in all, names included, is left out, and {@link #CUT} stands where it was.
 */
final class ParamsReader {

    /** Bound values serve to explain a statement; a bulk load's megabytes do not. */
    static final int MAX_CHARACTERS = 65_536;

    static final String CUT = "…[cut]";

    /** The record's bytes: nested values are taken from them as written. */
    private final byte[] source;

    private final JsonParser in;
    private int left = MAX_CHARACTERS;
    private boolean cut;

    ParamsReader(byte[] source, JsonParser in) {
        this.source = source;
        this.in = in;
    }

    Map<String, String> read() throws IOException, Rejection {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw JsonValue.wrongType(in, Field.PARAMS.wireName, "an object");
        }
        Map<String, String> params = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (cut) {
                in.skipChildren();
            } else if (params.put(take(CleanText.name(name)), take(CleanText.lines(value()))) != null) {
                throw new Rejection(Reason.DUPLICATE_FIELD, "params holds a name twice");
            }
        }
        return params;
    }

    private String value() throws IOException {
        if (!in.currentToken().isStructStart()) {
            return in.getText();
        }
        int from = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        int to = (int) in.currentLocation().getByteOffset();
        // A character takes three bytes at most (four make two), so these hold more than can be taken.
        int end = Math.min(to, from + 3 * (left + 1));
        while (end < to && Utf8.continues(source[end])) {
            end++;
        }
        return new String(source, from, end - from, StandardCharsets.UTF_8);
    }

    private String take(String text) {
        if (text.length() <= left) {
            left -= text.length();
            return text;
        }
        int end = left > 0 && Character.isHighSurrogate(text.charAt(left - 1)) ? left - 1 : left;
        left = 0;
        cut = true;
        return text.substring(0, end) + CUT;
    }
}
