package com.footstone.audit.intake.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.footstone.audit.query.DeadLetterDetails;

/**
 * What a refused record's object consists of, as far as it can be read, without any value.
 *
 * @param fields names and types, the first {@value #MOST_FIELDS} at most
 * @param complete whether all of the record was read
 */
record RecordOutline(List<DeadLetterDetails.Field> fields, boolean complete) {

    private static final int MOST_FIELDS = 200;

    /** Others than names of fields may hold anything, such as a statement. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    private static final String NOT_SHOWN = "(not shown)";

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    /**
     * Reads the outline.
     *
     * @param value any bytes, or null
     */
    static RecordOutline of(byte[] value) {
        List<DeadLetterDetails.Field> fields = new ArrayList<>();
        if (value == null) {
            return new RecordOutline(fields, true);
        }
        try (JsonParser in = JSON.createParser(value)) {
            boolean complete = in.nextToken() == JsonToken.START_OBJECT && readAll(in, fields);
            return new RecordOutline(fields, complete);
        } catch (IOException e) {
            return new RecordOutline(fields, false);
        }
    }

    private static boolean readAll(JsonParser in, List<DeadLetterDetails.Field> fields) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            if (fields.size() == MOST_FIELDS) {
                return false;
            }
            String name = NAME.matcher(in.currentName()).matches() ? in.currentName() : NOT_SHOWN;
            JsonToken token = in.nextToken();
            OptionalInt length =
                    token == JsonToken.VALUE_STRING ? OptionalInt.of(in.getTextLength()) : OptionalInt.empty();
            in.skipChildren();
            fields.add(new DeadLetterDetails.Field(name, type(token), length));
        }
        return in.nextToken() == null;
    }

    private static String type(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }
}
