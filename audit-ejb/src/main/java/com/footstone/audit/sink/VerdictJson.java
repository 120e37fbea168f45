package com.footstone.audit.sink;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Verdict;

/** The parts of a verdict that are kept as JSON text; the shapes are told in {@code db/clickhouse}. */
final class VerdictJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String NOTHING = "[]";

    private VerdictJson() {}

    static String findings(Verdict verdict) {
        if (verdict.findings().isEmpty()) {
            return NOTHING;
        }
        return text(json -> {
            for (Finding finding : verdict.findings()) {
                json.writeStartObject();
                fields(json, finding);
                json.writeEndObject();
            }
        });
    }

    static String exempted(Verdict verdict) {
        if (verdict.exempted().isEmpty()) {
            return NOTHING;
        }
        return text(json -> {
            for (Exempted exempted : verdict.exempted()) {
                json.writeStartObject();
                json.writeNumberField("exemption", exempted.exemption());
                fields(json, exempted.finding());
                json.writeEndObject();
            }
        });
    }

    static String riskParts(RiskScore risk) {
        if (risk.parts().isEmpty()) {
            return NOTHING;
        }
        return text(json -> {
            for (RiskScore.Part part : risk.parts()) {
                json.writeStartObject();
                json.writeStringField("name", part.name());
                json.writeNumberField("points", part.points());
                json.writeEndObject();
            }
        });
    }

    private static void fields(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().name());
        json.writeNumberField("confidence", finding.confidence());
        json.writeStringField("message", finding.message());
        json.writeFieldName("evidence");
        evidence(json, finding);
    }

    static void evidence(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> entry : finding.evidence().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static String text(Items items) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            items.write(json);
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written to", e);
        }
        return text.toString();
    }

    /** Writes the items of an array. */
    private interface Items {
        void write(JsonGenerator json) throws IOException;
    }
}
