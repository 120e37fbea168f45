package com.footstone.audit.capture.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.capture.context.TraceSource.Trace;
import com.footstone.audit.capture.delivery.CapturedExecution.Outcome;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.model.ExecutionLayer;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import static org.assertj.core.api.Assertions.assertThat;

class EventEncoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();
    private static final AuditContext CONTEXT = AuditContext.EMPTY
            .withEndUser("alice")
            .withClientAddress("192.0.2.7")
            .withStatementId("Orders.open")
            .withExecutionLayer(ExecutionLayer.MYBATIS);

    private final EventEncoder encoder = new EventEncoder(
            CaptureSettings.builder("shop", "kafka:9092")
                    .tenantId("north")
                    .datasource("main")
                    .build(),
            new ProducerIdentity("shop/1@till/abc", "1@till", "till"));

    @Test
    void everyFieldIsOnTheWireAsTheFormatHasIt() throws IOException {
        ProducerRecord<byte[], byte[]> encoded =
                encoder.encode(execution("select * from orders where id = ?", CONTEXT, Map.of("1", "7")), 12, 3);

        String expected = """
                {"sqlId": "MD5", "sql": "select * from orders where id = ?", "sqlType": "SELECT",
                 "executionLayer": "MYBATIS", "statementId": "Orders.open", "datasource": "main",
                 "params": {"1": "7"}, "timestamp": "2026-11-21T10:00:00.123456Z", "executionTimeMs": 5,
                 "rowsAffected": -1, "rowsReturned": 2, "errorMessage": "deadlock detected", "sqlState": "40P01",
                 "producerId": "shop/1@till/abc", "producerSeq": 12, "producerDropped": 3, "tenantId": "north",
                 "application": "shop", "instance": "1@till", "host": "till", "dbSystem": "postgresql",
                 "dbName": "shop", "dbUser": "clerk", "endUser": "alice", "clientAddress": "192.0.2.7",
                 "sessionId": "42", "traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "b7ad6b7169203331"}
                """.replace("MD5", md5("select * from orders where id = ?"));
        assertThat(JSON.readTree(encoded.value())).isEqualTo(JSON.readTree(expected));
        assertThat(new String(encoded.key(), StandardCharsets.US_ASCII))
                .isEqualTo(md5("select * from orders where id = ?"));
        assertThat(encoded.topic()).isEqualTo("sql-audit-events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select 'é €  \uD83D\uDE00'",
                "a\u0000b\n\t\"\\",
                "half a pair \uD83D",
                "\uDE00",
                "select '</script>'"
            })
    void anyTextIsValidJsonByTheSchemaAndKeepsItsId(String sql) throws IOException {
        ProducerRecord<byte[], byte[]> encoded = encoder.encode(execution(sql, AuditContext.EMPTY, Map.of()), 0, 0);

        JsonNode event = JSON.readTree(encoded.value());
        assertThat(SCHEMA.validate(event)).isEmpty();
        assertThat(event.path("sqlId").asText()).isEqualTo(md5(event.path("sql").asText()));
        assertThat(event.has("params")).isFalse();
    }

    @Test
    void theContextsTraceAndTenantTakePrecedence() throws IOException {
        AuditContext context = AuditContext.EMPTY.withTrace("t", "s").withTenant("south");

        JsonNode event = JSON.readTree(
                encoder.encode(execution("select 1", context, Map.of()), 0, 0).value());

        assertThat(event.path("traceId").asText()).isEqualTo("t");
        assertThat(event.path("spanId").asText()).isEqualTo("s");
        assertThat(event.path("tenantId").asText()).isEqualTo("south");
        assertThat(event.path("executionLayer").asText()).isEqualTo("JDBC");
    }

    @ParameterizedTest
    @CsvSource({
        "select 1,SELECT",
        "  (SELECT 1),SELECT",
        "/* why */ insert into t values (1),INSERT",
        "'-- why\nUpdate t set a = 1',UPDATE",
        "delete from t,DELETE",
        "deleted,UNKNOWN",
        "with x as (select 1) select * from x,UNKNOWN",
        "/* never ends,UNKNOWN",
        "-- only words,UNKNOWN"
    })
    void theFirstWordIsTheClaim(String sql, SqlType type) {
        assertThat(ClaimedType.of(sql)).isEqualTo(type);
    }

    private static CapturedExecution execution(String sql, AuditContext context, Map<String, String> params) {
        return new CapturedExecution(
                sql,
                new DatabaseSession("postgresql", "shop", "clerk", "42"),
                context,
                new Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"),
                Instant.parse("2026-11-21T10:00:00.123456Z"),
                5,
                new Outcome(-1, 2, "deadlock detected", "40P01"),
                params);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonSchema schema() {
        try (InputStream schema = SqlEvent.class.getResourceAsStream("sql-audit-event-v1.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        } catch (IOException e) {
            throw new IllegalStateException("The schema cannot be read", e);
        }
    }
}
