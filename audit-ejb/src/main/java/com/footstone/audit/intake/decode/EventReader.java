package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.footstone.audit.model.ExecutionLayer;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;

/** Reads the one object of a record. For one record and one thread. */
final class EventReader {

    private static final SqlType[] SQL_TYPES = SqlType.values();
    private static final ExecutionLayer[] EXECUTION_LAYERS = ExecutionLayer.values();

    private final byte[] source;
    private final JsonParser in;
    private final TimestampWindow window;
    private final NamePool names;
    private final Unknowns unknowns = new Unknowns();

    private final Set<Field> seen = EnumSet.noneOf(Field.class);
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, Long> counts = new EnumMap<>(Field.class);
    private SqlType sqlType;
    private ExecutionLayer executionLayer = ExecutionLayer.UNKNOWN;
    private Instant timestamp;
    private Map<String, String> params = Map.of();
    private GuardReport violations;

    EventReader(byte[] source, JsonParser in, TimestampWindow window, NamePool names) {
        this.source = source;
        this.in = in;
        this.window = window;
        this.names = names;
    }

    Unknowns unknowns() {
        return unknowns;
    }

    SqlEvent read() throws IOException, Rejection {
        JsonToken first = in.nextToken();
        if (first == null) {
            throw new Rejection(Reason.EMPTY_VALUE, "the record holds nothing but white space");
        }
        if (first != JsonToken.START_OBJECT) {
            throw JsonValue.wrongType(in, "the record", "an object");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            Field field = Field.of(in.currentName());
            in.nextToken();
            if (field == null) {
                unknowns.fields++;
                in.skipChildren();
            } else {
                read(field);
            }
        }
        if (in.nextToken() != null) {
            throw new Rejection(Reason.NOT_JSON, "something follows the end of the object");
        }
        return event();
    }

    private void read(Field field) throws IOException, Rejection {
        if (!seen.add(field)) {
            throw new Rejection(Reason.DUPLICATE_FIELD, field.wireName + " is given twice");
        }
        switch (field.kind) {
            case STATEMENT, DERIVED -> texts.put(field, JsonValue.text(in, field.wireName));
            case NAME -> texts.put(field, JsonValue.name(in, field.wireName, names));
            case UNIQUE_NAME -> texts.put(field, JsonValue.name(in, field.wireName));
            case LINES -> texts.put(field, JsonValue.lines(in, field.wireName));
            case COUNT -> counts.put(field, JsonValue.count(in, field));
            case SQL_TYPE -> {
                String name = JsonValue.text(in, field.wireName);
                sqlType = name == null ? null : unknowns.constant(SQL_TYPES, name, SqlType.UNKNOWN);
            }
            case EXECUTION_LAYER -> {
                String name = JsonValue.text(in, field.wireName);
                if (name != null) {
                    executionLayer = unknowns.constant(EXECUTION_LAYERS, name, ExecutionLayer.UNKNOWN);
                }
            }
            case TIMESTAMP -> timestamp = timestamp();
            case PARAMS -> params = new ParamsReader(source, in).read();
            case VIOLATIONS -> violations = new GuardReportReader(in, unknowns).read();
        }
    }

    private Instant timestamp() throws IOException, Rejection {
        String text = JsonValue.text(in, Field.TIMESTAMP.wireName);
        if (text == null) {
            return null;
        }
        Instant instant = IsoTimestamp.parse(text);
        if (instant == null) {
            throw new Rejection(
                    Reason.MALFORMED_TIMESTAMP,
                    "timestamp is not ISO-8601 with an offset; expected is the form 2026-11-21T10:15:30.123Z");
        }
        return instant;
    }

    private SqlEvent event() throws Rejection {
        String sql = text(Field.SQL);
        require(sql != null, "sql is missing");
        require(!sql.isBlank(), "sql is blank");
        require(sqlType != null, "sqlType is missing");
        require(timestamp != null, "timestamp is missing");
        window.check(timestamp);
        return SqlEvent.builder(sql, timestamp)
                .sqlType(sqlType)
                .executionLayer(executionLayer)
                .statementId(statementId())
                .datasource(text(Field.DATASOURCE))
                .params(params)
                .executionTimeMs(count(Field.EXECUTION_TIME_MS))
                .rowsAffected(count(Field.ROWS_AFFECTED))
                .rowsReturned(count(Field.ROWS_RETURNED))
                .errorMessage(text(Field.ERROR_MESSAGE))
                .sqlState(text(Field.SQL_STATE))
                .violations(violations)
                .eventId(text(Field.EVENT_ID))
                .producerId(text(Field.PRODUCER_ID))
                .producerSeq(count(Field.PRODUCER_SEQ))
                .producerDropped(count(Field.PRODUCER_DROPPED))
                .tenantId(text(Field.TENANT_ID))
                .application(text(Field.APPLICATION))
                .instance(text(Field.INSTANCE))
                .host(text(Field.HOST))
                .dbSystem(text(Field.DB_SYSTEM))
                .dbName(text(Field.DB_NAME))
                .dbUser(text(Field.DB_USER))
                .endUser(text(Field.END_USER))
                .clientAddress(text(Field.CLIENT_ADDRESS))
                .sessionId(text(Field.SESSION_ID))
                .traceId(text(Field.TRACE_ID))
                .spanId(text(Field.SPAN_ID))
                .build();
    }

    /** Exemptions go by this name, so two that differ must not leave it to the reader which of them counts. */
    private String statementId() throws Rejection {
        String own = text(Field.STATEMENT_ID);
        String alias = text(Field.MAPPER_ID);
        if (own == null || alias == null) {
            return own == null ? alias : own;
        }
        if (!own.equals(alias)) {
            throw new Rejection(Reason.DUPLICATE_FIELD, "statementId and its alias mapperId are given and differ");
        }
        return own;
    }

    private String text(Field field) {
        return texts.get(field);
    }

    private long count(Field field) {
        return counts.getOrDefault(field, field.absent);
    }

    private static void require(boolean given, String fault) throws Rejection {
        if (!given) {
            throw new Rejection(Reason.MISSING_FIELD, fault);
        }
    }
}
