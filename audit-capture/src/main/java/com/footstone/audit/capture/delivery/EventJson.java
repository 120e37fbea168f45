package com.footstone.audit.capture.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.footstone.audit.model.SqlEvent;

/** The event on the wire, version 1: JSON in UTF-8. What is absent or unknown is left out. */
final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    static byte[] encode(SqlEvent event, String sqlId) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(512 + event.sql().length());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            text(json, "sqlId", sqlId);
            text(json, "sql", event.sql());
            text(json, "sqlType", event.sqlType().name());
            text(json, "executionLayer", event.executionLayer().name());
            text(json, "statementId", event.statementId());
            text(json, "datasource", event.datasource());
            params(json, event.params());
            text(json, "timestamp", event.timestamp().toString());
            outcome(json, event);
            origin(json, event);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void outcome(JsonGenerator json, SqlEvent event) throws IOException {
        json.writeNumberField("executionTimeMs", event.executionTimeMs());
        json.writeNumberField("rowsAffected", event.rowsAffected());
        json.writeNumberField("rowsReturned", event.rowsReturned());
        text(json, "errorMessage", event.errorMessage());
        text(json, "sqlState", event.sqlState());
    }

    private static void origin(JsonGenerator json, SqlEvent event) throws IOException {
        text(json, "producerId", event.producerId());
        json.writeNumberField("producerSeq", event.producerSeq());
        json.writeNumberField("producerDropped", event.producerDropped());
        text(json, "tenantId", event.tenantId());
        text(json, "application", event.application());
        text(json, "instance", event.instance());
        text(json, "host", event.host());
        text(json, "dbSystem", event.dbSystem());
        text(json, "dbName", event.dbName());
        text(json, "dbUser", event.dbUser());
        text(json, "endUser", event.endUser());
        text(json, "clientAddress", event.clientAddress());
        text(json, "sessionId", event.sessionId());
        text(json, "traceId", event.traceId());
        text(json, "spanId", event.spanId());
    }

    private static void params(JsonGenerator json, Map<String, String> params) throws IOException {
        if (params.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : params.entrySet()) {
            text(json, param.getKey(), param.getValue());
        }
        json.writeEndObject();
    }

    /** Through bytes, as {@code sqlId} is: half a surrogate pair becomes '?' in both, where the writer of texts would fail. */
    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value == null) {
            return;
        }
        json.writeFieldName(name);
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        json.writeUTF8String(utf8, 0, utf8.length);
    }
}
