package com.footstone.audit.capture.delivery;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;

import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlEventBuilder;

/** Turns an execution and its number into a Kafka record. For one thread. */
final class EventEncoder {

    private final CaptureSettings settings;
    private final ProducerIdentity identity;
    private final StatementIds ids = new StatementIds();
    private final TimeText times = new TimeText();

    EventEncoder(CaptureSettings settings, ProducerIdentity identity) {
        this.settings = settings;
        this.identity = identity;
    }

    /** The record: the statement's id as the key, the event as JSON as the value. */
    ProducerRecord<byte[], byte[]> encode(CapturedExecution execution, long seq, long dropped) {
        SqlEvent event = event(execution, seq, dropped);
        String sqlId = ids.of(event);
        byte[] key = sqlId.getBytes(StandardCharsets.US_ASCII);
        return new ProducerRecord<>(settings.topic(), key, EventJson.encode(event, sqlId, times.of(event.timestamp())));
    }

    SqlEvent event(CapturedExecution execution, long seq, long dropped) {
        SqlEventBuilder builder = SqlEvent.builder(execution.sql(), execution.startedAt())
                .sqlType(ClaimedType.of(execution.sql()))
                .params(execution.params())
                .executionTimeMs(execution.elapsedMillis())
                .rowsAffected(execution.outcome().rowsAffected())
                .rowsReturned(execution.outcome().rowsReturned())
                .errorMessage(execution.outcome().errorMessage())
                .sqlState(execution.outcome().sqlState())
                .datasource(settings.datasource())
                .application(settings.application())
                .instance(identity.instance())
                .host(identity.host())
                .producerId(identity.producerId())
                .producerSeq(seq)
                .producerDropped(dropped);
        session(builder, execution.session());
        context(builder, execution);
        return builder.build();
    }

    private static void session(SqlEventBuilder builder, DatabaseSession session) {
        builder.dbSystem(session.dbSystem())
                .dbName(session.dbName())
                .dbUser(session.dbUser())
                .sessionId(session.sessionId());
    }

    private void context(SqlEventBuilder builder, CapturedExecution execution) {
        AuditContext context = execution.context();
        builder.endUser(context.endUser())
                .clientAddress(context.clientAddress())
                .statementId(context.statementId())
                .tenantId(context.tenantId() != null ? context.tenantId() : settings.tenantId())
                .executionLayer(
                        context.executionLayer() != null ? context.executionLayer() : settings.executionLayer());
        if (context.traceId() != null || execution.trace() == null) {
            builder.traceId(context.traceId()).spanId(context.spanId());
        } else {
            builder.traceId(execution.trace().traceId())
                    .spanId(execution.trace().spanId());
        }
    }
}
