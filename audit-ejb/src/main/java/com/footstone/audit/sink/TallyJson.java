package com.footstone.audit.sink;

import java.io.IOException;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonGenerator;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.sink.json.JsonRows;

/** Writes a batch's rows as one JSON document each, which PostgreSQL takes apart in a single statement. */
final class TallyJson {

    private TallyJson() {}

    static String statements(Collection<BatchTally.StatementRow> rows) {
        return JsonRows.of(rows, (json, row) -> {
            Statement statement = row.statement;
            json.writeStringField("fingerprint", statement.fingerprint());
            json.writeStringField("normalized_sql", statement.normalizedSql());
            json.writeStringField("kind", statement.kind().name());
            JsonRows.texts(json, "tables_read", statement.tablesRead());
            JsonRows.texts(json, "tables_written", statement.tablesWritten());
            JsonRows.texts(json, "gaps", statement.gaps());
            seen(json, row.seen);
        });
    }

    static String findings(Collection<BatchTally.FindingRow> rows) {
        return JsonRows.of(rows, (json, row) -> {
            AuditedEvent example = row.example;
            json.writeStringField("tenant_id", row.key.tenant());
            json.writeStringField("application", row.key.application());
            json.writeStringField("rule", row.key.rule());
            json.writeStringField("fingerprint", row.key.fingerprint());
            json.writeNumberField("severity", row.severity.rank());
            json.writeNumberField("risk", example.verdict().risk().value());
            json.writeNumberField("confidence", row.worst.confidence());
            seen(json, row.seen);
            json.writeStringField("example_event", example.analysed().id().toString());
            json.writeStringField("example_sql", example.analysed().redactedSql());
            json.writeStringField("example_message", row.worst.message());
            json.writeFieldName("example_evidence");
            VerdictJson.evidence(json, row.worst);
        });
    }

    private static void seen(JsonGenerator json, BatchTally.Seen seen) throws IOException {
        json.writeNumberField("count", seen.count);
        json.writeStringField("first_seen", seen.first.toString());
        json.writeStringField("last_seen", seen.last.toString());
    }
}
