package com.footstone.audit.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import static com.footstone.audit.model.Checks.requireAtLeast;
import static com.footstone.audit.model.Checks.requireLength;
import static com.footstone.audit.model.Checks.requireText;

/**
 * One executed statement, as its producer reported it (wire format version 1, {@code sql-audit-event-v1.schema.json}).
 *
 * <p>Texts that the producer left out are {@code null}; numbers it left out are as each one says. Built with
 * {@link #builder}. {@link #toString} omits the statement, its values and the error text, which are secrets.
 *
 * @param sql the statement as executed, not blank
 * @param sqlType the producer's claim of what the statement is
 * @param executionLayer the layer of the application it ran in
 * @param statementId name of the statement in the application, such as a mapper method
 * @param datasource the application's name for the data source
 * @param params bound values by name or 1-based position, as text; empty unless the producer was asked to send them
 * @param executionTimeMs duration in milliseconds, from 0
 * @param rowsAffected rows changed, or -1 if unknown
 * @param rowsReturned rows that the application read, or -1 if unknown
 * @param errorMessage the database's error text, or {@code null} if the statement succeeded
 * @param sqlState SQLSTATE of the failure
 * @param timestamp when the statement was executed
 * @param violations what a guard found before execution, or {@code null} if none ran
 * @param eventId the producer's own id for the event; not what stored events are identified by
 * @param producerId the producer in whose sequence {@code producerSeq} counts
 * @param producerSeq gapless number of the event in its producer's sequence, from 0, or -1 if the producer has none
 * @param producerDropped how many events the producer has dropped since it started, from 0
 * @param tenantId the tenant the event belongs to
 * @param application name of the application
 * @param instance the process of the application
 * @param host the machine the application runs on
 * @param dbSystem OpenTelemetry {@code db.system.name}, such as {@code postgresql}
 * @param dbName the database
 * @param dbUser the database's user
 * @param endUser the human or service on whose behalf the application ran the statement
 * @param clientAddress network address of the end user's client
 * @param sessionId the database session or connection
 * @param traceId W3C trace id
 * @param spanId W3C span id
 */
public record SqlEvent(
        String sql,
        SqlType sqlType,
        ExecutionLayer executionLayer,
        String statementId,
        String datasource,
        Map<String, String> params,
        long executionTimeMs,
        long rowsAffected,
        long rowsReturned,
        String errorMessage,
        String sqlState,
        Instant timestamp,
        GuardReport violations,
        String eventId,
        String producerId,
        long producerSeq,
        long producerDropped,
        String tenantId,
        String application,
        String instance,
        String host,
        String dbSystem,
        String dbName,
        String dbUser,
        String endUser,
        String clientAddress,
        String sessionId,
        String traceId,
        String spanId) {

    /** Longest name or identifier that an event may carry, in characters. Statements and error texts have no limit. */
    public static final int MAX_NAME_LENGTH = 1024;

    /** The value of a count that is not known. */
    public static final long UNKNOWN_COUNT = -1;

    public SqlEvent {
        requireText(sql, "sql");
        Objects.requireNonNull(sqlType, "sqlType is null");
        Objects.requireNonNull(executionLayer, "executionLayer is null");
        Objects.requireNonNull(timestamp, "timestamp is null");
        Objects.requireNonNull(params, "params is null");
        params = params.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(params));
        requireAtLeast(executionTimeMs, "executionTimeMs", 0);
        requireAtLeast(rowsAffected, "rowsAffected", UNKNOWN_COUNT);
        requireAtLeast(rowsReturned, "rowsReturned", UNKNOWN_COUNT);
        requireAtLeast(producerSeq, "producerSeq", UNKNOWN_COUNT);
        requireAtLeast(producerDropped, "producerDropped", 0);
        requireLength(statementId, "statementId", MAX_NAME_LENGTH);
        requireLength(datasource, "datasource", MAX_NAME_LENGTH);
        requireLength(sqlState, "sqlState", MAX_NAME_LENGTH);
        requireLength(eventId, "eventId", MAX_NAME_LENGTH);
        requireLength(producerId, "producerId", MAX_NAME_LENGTH);
        requireLength(tenantId, "tenantId", MAX_NAME_LENGTH);
        requireLength(application, "application", MAX_NAME_LENGTH);
        requireLength(instance, "instance", MAX_NAME_LENGTH);
        requireLength(host, "host", MAX_NAME_LENGTH);
        requireLength(dbSystem, "dbSystem", MAX_NAME_LENGTH);
        requireLength(dbName, "dbName", MAX_NAME_LENGTH);
        requireLength(dbUser, "dbUser", MAX_NAME_LENGTH);
        requireLength(endUser, "endUser", MAX_NAME_LENGTH);
        requireLength(clientAddress, "clientAddress", MAX_NAME_LENGTH);
        requireLength(sessionId, "sessionId", MAX_NAME_LENGTH);
        requireLength(traceId, "traceId", MAX_NAME_LENGTH);
        requireLength(spanId, "spanId", MAX_NAME_LENGTH);
    }

    /** Starts an event from the two things that it cannot do without. */
    public static SqlEventBuilder builder(String sql, Instant timestamp) {
        return new SqlEventBuilder(sql, timestamp);
    }

    /** Whether the database refused or failed the statement. */
    public boolean failed() {
        return errorMessage != null || sqlState != null;
    }

    /** The statement's id on the wire and the key of its Kafka record: MD5 of the text in UTF-8, 32 lower-case hex digits. */
    public String sqlId() {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    @Override
    public String toString() {
        return "SqlEvent[" + sqlType + " by " + application + " at " + timestamp + ", " + sql.length() + " characters]";
    }
}
