package com.footstone.audit.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.footstone.audit.model.InvalidValueException;

/** Reads JSON as maps, lists, texts, numerals and truth values; {@code null} for what is null. */
final class JsonTree {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What is wanted is five deep. */
    private static final int DEEPEST = 20;

    private JsonTree() {}

    /** A number as it is written, whose exponent may be beyond all bounds. */
    record Numeral(String text) {}

    /**
     * Reads a whole text.
     *
     * @param name what to call it where it is no JSON
     */
    static Object read(String text, String name) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            Object value = value(json, name, 0);
            if (json.nextToken() != null) {
                throw new InvalidValueException(name, "goes on after its end");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new InvalidValueException(name, "is not JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new InvalidValueException(name, "is not JSON");
        }
    }

    private static Object value(JsonParser json, String name, int depth) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || depth > DEEPEST) {
            throw new InvalidValueException(name, token == null ? "is empty" : "is nested too deeply");
        }
        return switch (token) {
            case START_OBJECT -> object(json, name, depth);
            case START_ARRAY -> array(json, name, depth);
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(json.getText());
            default -> throw new InvalidValueException(name, "is not JSON");
        };
    }

    private static Map<String, Object> object(JsonParser json, String name, int depth) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            fields.put(field, value(json, name, depth + 1));
        }
        return fields;
    }

    private static List<Object> array(JsonParser json, String name, int depth) throws IOException {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json, name, depth + 1));
        }
        return items;
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
