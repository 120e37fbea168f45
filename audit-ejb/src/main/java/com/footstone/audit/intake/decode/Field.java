package com.footstone.audit.intake.decode;

import java.util.HashMap;
import java.util.Map;

import com.footstone.audit.model.SqlEvent;

/** The fields of the format at the top level of a record. */
enum Field {
    SQL("sql", Kind.STATEMENT),
    SQL_ID("sqlId", Kind.DERIVED),
    SQL_TYPE("sqlType", Kind.SQL_TYPE),
    EXECUTION_LAYER("executionLayer", Kind.EXECUTION_LAYER),
    STATEMENT_ID("statementId", Kind.NAME),
    /** What older producers call {@link #STATEMENT_ID}. */
    MAPPER_ID("mapperId", Kind.NAME),
    DATASOURCE("datasource", Kind.NAME),
    PARAMS("params", Kind.PARAMS),
    EXECUTION_TIME_MS("executionTimeMs", 0, 0),
    ROWS_AFFECTED("rowsAffected", SqlEvent.UNKNOWN_COUNT, SqlEvent.UNKNOWN_COUNT),
    ROWS_RETURNED("rowsReturned", SqlEvent.UNKNOWN_COUNT, SqlEvent.UNKNOWN_COUNT),
    ERROR_MESSAGE("errorMessage", Kind.LINES),
    SQL_STATE("sqlState", Kind.NAME),
    TIMESTAMP("timestamp", Kind.TIMESTAMP),
    VIOLATIONS("violations", Kind.VIOLATIONS),
    EVENT_ID("eventId", Kind.UNIQUE_NAME),
    PRODUCER_ID("producerId", Kind.NAME),
    PRODUCER_SEQ("producerSeq", SqlEvent.UNKNOWN_COUNT, SqlEvent.UNKNOWN_COUNT),
    PRODUCER_DROPPED("producerDropped", 0, 0),
    TENANT_ID("tenantId", Kind.NAME),
    APPLICATION("application", Kind.NAME),
    INSTANCE("instance", Kind.NAME),
    HOST("host", Kind.NAME),
    DB_SYSTEM("dbSystem", Kind.NAME),
    DB_NAME("dbName", Kind.NAME),
    DB_USER("dbUser", Kind.NAME),
    END_USER("endUser", Kind.NAME),
    CLIENT_ADDRESS("clientAddress", Kind.NAME),
    SESSION_ID("sessionId", Kind.NAME),
    TRACE_ID("traceId", Kind.UNIQUE_NAME),
    SPAN_ID("spanId", Kind.UNIQUE_NAME);

    /** How a field is read. */
    enum Kind {
        STATEMENT,
        /** A text that is recomputed here, so the producer's own is not used. */
        DERIVED,
        SQL_TYPE,
        EXECUTION_LAYER,
        NAME,
        /** A name that hardly any other event has. */
        UNIQUE_NAME,
        LINES,
        COUNT,
        TIMESTAMP,
        PARAMS,
        VIOLATIONS
    }

    private static final Map<String, Field> BY_WIRE_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_WIRE_NAME.put(field.wireName, field);
        }
    }

    final String wireName;
    final Kind kind;
    /** Smallest value of a {@link Kind#COUNT}. */
    final long min;
    /** Value of a {@link Kind#COUNT} that the record does not have. */
    final long absent;

    Field(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
        this.min = 0;
        this.absent = 0;
    }

    Field(String wireName, long min, long absent) {
        this.wireName = wireName;
        this.kind = Kind.COUNT;
        this.min = min;
        this.absent = absent;
    }

    /** The field of a name, or {@code null} if the format has none such. */
    static Field of(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }
}
