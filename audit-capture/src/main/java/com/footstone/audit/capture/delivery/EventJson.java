package com.footstone.audit.capture.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.footstone.audit.model.SqlEvent;

/** The event on the wire, version 1: JSON in UTF-8. What is absent or unknown is left out. */
final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();

    // Once and for all in the form in which they go into each event.
    private static final SerializedString SQL_ID = new SerializedString("sqlId");
    private static final SerializedString SQL = new SerializedString("sql");
    private static final SerializedString SQL_TYPE = new SerializedString("sqlType");
    private static final SerializedString EXECUTION_LAYER = new SerializedString("executionLayer");
    private static final SerializedString STATEMENT_ID = new SerializedString("statementId");
    private static final SerializedString DATASOURCE = new SerializedString("datasource");
    private static final SerializedString TIMESTAMP = new SerializedString("timestamp");
    private static final SerializedString EXECUTION_TIME_MS = new SerializedString("executionTimeMs");
    private static final SerializedString ROWS_AFFECTED = new SerializedString("rowsAffected");
    private static final SerializedString ROWS_RETURNED = new SerializedString("rowsReturned");
    private static final SerializedString ERROR_MESSAGE = new SerializedString("errorMessage");
    private static final SerializedString SQL_STATE = new SerializedString("sqlState");
    private static final SerializedString PRODUCER_ID = new SerializedString("producerId");
    private static final SerializedString PRODUCER_SEQ = new SerializedString("producerSeq");
    private static final SerializedString PRODUCER_DROPPED = new SerializedString("producerDropped");
    private static final SerializedString TENANT_ID = new SerializedString("tenantId");
    private static final SerializedString APPLICATION = new SerializedString("application");
    private static final SerializedString INSTANCE = new SerializedString("instance");
    private static final SerializedString HOST = new SerializedString("host");
    private static final SerializedString DB_SYSTEM = new SerializedString("dbSystem");
    private static final SerializedString DB_NAME = new SerializedString("dbName");
    private static final SerializedString DB_USER = new SerializedString("dbUser");
    private static final SerializedString END_USER = new SerializedString("endUser");
    private static final SerializedString CLIENT_ADDRESS = new SerializedString("clientAddress");
    private static final SerializedString SESSION_ID = new SerializedString("sessionId");
    private static final SerializedString TRACE_ID = new SerializedString("traceId");
    private static final SerializedString SPAN_ID = new SerializedString("spanId");

    private EventJson() {}

    static byte[] encode(SqlEvent event, String sqlId, String timestamp) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(512 + event.sql().length());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            text(json, SQL_ID, sqlId);
            text(json, SQL, event.sql());
            text(json, SQL_TYPE, event.sqlType().name());
            text(json, EXECUTION_LAYER, event.executionLayer().name());
            text(json, STATEMENT_ID, event.statementId());
            text(json, DATASOURCE, event.datasource());
            params(json, event.params());
            text(json, TIMESTAMP, timestamp);
            outcome(json, event);
            origin(json, event);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void outcome(JsonGenerator json, SqlEvent event) throws IOException {
        number(json, EXECUTION_TIME_MS, event.executionTimeMs());
        number(json, ROWS_AFFECTED, event.rowsAffected());
        number(json, ROWS_RETURNED, event.rowsReturned());
        text(json, ERROR_MESSAGE, event.errorMessage());
        text(json, SQL_STATE, event.sqlState());
    }

    private static void origin(JsonGenerator json, SqlEvent event) throws IOException {
        text(json, PRODUCER_ID, event.producerId());
        number(json, PRODUCER_SEQ, event.producerSeq());
        number(json, PRODUCER_DROPPED, event.producerDropped());
        text(json, TENANT_ID, event.tenantId());
        text(json, APPLICATION, event.application());
        text(json, INSTANCE, event.instance());
        text(json, HOST, event.host());
        text(json, DB_SYSTEM, event.dbSystem());
        text(json, DB_NAME, event.dbName());
        text(json, DB_USER, event.dbUser());
        text(json, END_USER, event.endUser());
        text(json, CLIENT_ADDRESS, event.clientAddress());
        text(json, SESSION_ID, event.sessionId());
        text(json, TRACE_ID, event.traceId());
        text(json, SPAN_ID, event.spanId());
    }

    private static void params(JsonGenerator json, Map<String, String> params) throws IOException {
        if (params.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : params.entrySet()) {
            json.writeFieldName(param.getKey());
            text(json, param.getValue());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, SerializedString name, long value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
    }

    private static void text(JsonGenerator json, SerializedString name, String value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            text(json, value);
        }
    }

    /** Through bytes, as {@code sqlId} is: half a surrogate pair becomes '?' in both, where the writer of texts would fail. */
    private static void text(JsonGenerator json, String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        json.writeUTF8String(utf8, 0, utf8.length);
    }
}
