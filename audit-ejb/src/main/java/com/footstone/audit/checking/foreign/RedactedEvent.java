package com.footstone.audit.checking.foreign;

import java.util.Map;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.SqlEvent;

/** What a rule of others sees of an event: no more than the service keeps of it, so that it can tell no more. */
final class RedactedEvent {

    private static final String NO_TEXT = "?";

    private RedactedEvent() {}

    static AnalysedEvent of(AnalysedEvent event) {
        return new AnalysedEvent(
                event.id(),
                redacted(event.event(), event.redactedSql(), event.redactedError()),
                event.statement(),
                event.redactedSql(),
                event.redactedError(),
                event.offset(),
                event.limit(),
                event.text());
    }

    private static SqlEvent redacted(SqlEvent event, String sql, String error) {
        return new SqlEvent(
                sql.isBlank() ? NO_TEXT : sql,
                event.sqlType(),
                event.executionLayer(),
                event.statementId(),
                event.datasource(),
                Map.of(),
                event.executionTimeMs(),
                event.rowsAffected(),
                event.rowsReturned(),
                event.errorMessage() == null ? null : error,
                event.sqlState(),
                event.timestamp(),
                null,
                event.eventId(),
                event.producerId(),
                event.producerSeq(),
                event.producerDropped(),
                event.tenantId(),
                event.application(),
                event.instance(),
                event.host(),
                event.dbSystem(),
                event.dbName(),
                event.dbUser(),
                event.endUser(),
                event.clientAddress(),
                event.sessionId(),
                event.traceId(),
                event.spanId());
    }
}
