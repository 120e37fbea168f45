package com.footstone.audit.sink.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes rows as one JSON document, which PostgreSQL takes apart in a single statement. */
public final class JsonRows {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonRows() {}

    /** The rows as an array of objects. */
    public static <T> String of(Collection<T> rows, Fields<T> fields) {
        StringWriter text = new StringWriter(rows.size() * 512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (T row : rows) {
                json.writeStartObject();
                fields.write(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written to", e);
        }
        return text.toString();
    }

    /** A field that is a list of texts. */
    public static void texts(JsonGenerator json, String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Writes the fields of one row. */
    public interface Fields<T> {
        void write(JsonGenerator json, T row) throws IOException;
    }
}
