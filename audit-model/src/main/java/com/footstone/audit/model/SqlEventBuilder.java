package com.footstone.audit.model;

import java.time.Instant;
import java.util.Map;

/**
 * Collects the parts of a {@link SqlEvent}; each setter is named after the field it sets. The event is validated when
 * {@link #build} makes it. Not safe for use by several threads.
 */
public final class SqlEventBuilder {

    private final String sql;
    private final Instant timestamp;
    private SqlType sqlType = SqlType.UNKNOWN;
    private ExecutionLayer executionLayer = ExecutionLayer.UNKNOWN;
    private String statementId;
    private String datasource;
    private Map<String, String> params = Map.of();
    private long executionTimeMs;
    private long rowsAffected = SqlEvent.UNKNOWN_COUNT;
    private long rowsReturned = SqlEvent.UNKNOWN_COUNT;
    private String errorMessage;
    private String sqlState;
    private GuardReport violations;
    private String eventId;
    private String producerId;
    private long producerSeq = SqlEvent.UNKNOWN_COUNT;
    private long producerDropped;
    private String tenantId;
    private String application;
    private String instance;
    private String host;
    private String dbSystem;
    private String dbName;
    private String dbUser;
    private String endUser;
    private String clientAddress;
    private String sessionId;
    private String traceId;
    private String spanId;

    SqlEventBuilder(String sql, Instant timestamp) {
        this.sql = sql;
        this.timestamp = timestamp;
    }

    public SqlEventBuilder sqlType(SqlType value) {
        this.sqlType = value;
        return this;
    }

    public SqlEventBuilder executionLayer(ExecutionLayer value) {
        this.executionLayer = value;
        return this;
    }

    public SqlEventBuilder statementId(String value) {
        this.statementId = value;
        return this;
    }

    public SqlEventBuilder datasource(String value) {
        this.datasource = value;
        return this;
    }

    public SqlEventBuilder params(Map<String, String> value) {
        this.params = value;
        return this;
    }

    public SqlEventBuilder executionTimeMs(long value) {
        this.executionTimeMs = value;
        return this;
    }

    public SqlEventBuilder rowsAffected(long value) {
        this.rowsAffected = value;
        return this;
    }

    public SqlEventBuilder rowsReturned(long value) {
        this.rowsReturned = value;
        return this;
    }

    public SqlEventBuilder errorMessage(String value) {
        this.errorMessage = value;
        return this;
    }

    public SqlEventBuilder sqlState(String value) {
        this.sqlState = value;
        return this;
    }

    public SqlEventBuilder violations(GuardReport value) {
        this.violations = value;
        return this;
    }

    public SqlEventBuilder eventId(String value) {
        this.eventId = value;
        return this;
    }

    public SqlEventBuilder producerId(String value) {
        this.producerId = value;
        return this;
    }

    public SqlEventBuilder producerSeq(long value) {
        this.producerSeq = value;
        return this;
    }

    public SqlEventBuilder producerDropped(long value) {
        this.producerDropped = value;
        return this;
    }

    public SqlEventBuilder tenantId(String value) {
        this.tenantId = value;
        return this;
    }

    public SqlEventBuilder application(String value) {
        this.application = value;
        return this;
    }

    public SqlEventBuilder instance(String value) {
        this.instance = value;
        return this;
    }

    public SqlEventBuilder host(String value) {
        this.host = value;
        return this;
    }

    public SqlEventBuilder dbSystem(String value) {
        this.dbSystem = value;
        return this;
    }

    public SqlEventBuilder dbName(String value) {
        this.dbName = value;
        return this;
    }

    public SqlEventBuilder dbUser(String value) {
        this.dbUser = value;
        return this;
    }

    public SqlEventBuilder endUser(String value) {
        this.endUser = value;
        return this;
    }

    public SqlEventBuilder clientAddress(String value) {
        this.clientAddress = value;
        return this;
    }

    public SqlEventBuilder sessionId(String value) {
        this.sessionId = value;
        return this;
    }

    public SqlEventBuilder traceId(String value) {
        this.traceId = value;
        return this;
    }

    public SqlEventBuilder spanId(String value) {
        this.spanId = value;
        return this;
    }

    /**
     * Makes the event.
     *
     * @throws InvalidValueException if a value is out of its range; it names the field
     * @throws NullPointerException if a field that must be there is null
     */
    public SqlEvent build() {
        return new SqlEvent(
                sql,
                sqlType,
                executionLayer,
                statementId,
                datasource,
                params,
                executionTimeMs,
                rowsAffected,
                rowsReturned,
                errorMessage,
                sqlState,
                timestamp,
                violations,
                eventId,
                producerId,
                producerSeq,
                producerDropped,
                tenantId,
                application,
                instance,
                host,
                dbSystem,
                dbName,
                dbUser,
                endUser,
                clientAddress,
                sessionId,
                traceId,
                spanId);
    }
}
