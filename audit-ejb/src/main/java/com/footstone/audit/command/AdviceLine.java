package com.footstone.audit.command;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;

/** The answer on one statement as a line of JSON. Its fields are a contract: README.md has them. */
final class AdviceLine {

    private static final JsonFactory JSON = new JsonFactory();

    private AdviceLine() {}

    static void write(Writer out, AnalysedEvent event, Verdict verdict, long micros) throws IOException {
        Statement statement = event.statement();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("fingerprint", statement.fingerprint());
            json.writeStringField("normalized", statement.normalizedSql());
            json.writeStringField("redacted", event.redactedSql());
            json.writeStringField("kind", statement.kind().name());
            tables(json, statement);
            columns(json, statement.columns());
            // Of the verdict, not of the statement alone: a rule that could not tell leaves it incomplete as well.
            json.writeBooleanField("complete", verdict.unchecked().isEmpty());
            texts(json, "gaps", verdict.unchecked());
            findings(json, verdict.findings());
            json.writeNumberField("microseconds", micros);
            json.writeEndObject();
        }
    }

    /** Between two separators there was nothing: answered all the same, so that answers stay in step with statements. */
    static void writeBlank(Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("kind", StatementKind.UNKNOWN.name());
            json.writeBooleanField("complete", false);
            texts(json, "gaps", List.of("there is no statement"));
            json.writeEndObject();
        }
    }

    private static void tables(JsonGenerator json, Statement statement) throws IOException {
        json.writeObjectFieldStart("tables");
        texts(json, "read", statement.tablesRead());
        texts(json, "written", statement.tablesWritten());
        json.writeEndObject();
    }

    private static void columns(JsonGenerator json, List<ColumnUse> columns) throws IOException {
        json.writeObjectFieldStart("columns");
        for (Clause clause : Clause.values()) {
            List<String> names = columns.stream()
                    .filter(use -> use.clause() == clause)
                    .map(AdviceLine::name)
                    .distinct()
                    .sorted()
                    .toList();
            texts(json, clause.name().toLowerCase(Locale.ROOT), names);
        }
        json.writeEndObject();
    }

    private static String name(ColumnUse use) {
        return use.table().isEmpty() ? use.column() : use.table() + "." + use.column();
    }

    private static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("severity", finding.severity().name());
            json.writeNumberField("confidence", finding.confidence());
            json.writeStringField("message", finding.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
