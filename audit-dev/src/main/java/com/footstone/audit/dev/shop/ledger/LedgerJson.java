package com.footstone.audit.dev.shop.ledger;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes a report as JSON: {@code total}, {@code kinds}, {@code errors} and {@code operations}, with the names of
 * {@link LedgerReport} and {@link Tally}.
 */
public final class LedgerJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private LedgerJson() {}

    /** The report as one JSON object, indented. */
    public static String of(LedgerReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            writeTally(json, "total", report.total());
            json.writeObjectFieldStart("kinds");
            for (var kind : report.kinds().entrySet()) {
                writeTally(json, kind.getKey().name(), kind.getValue());
            }
            json.writeEndObject();
            writeCounts(json, "errors", report.errors());
            writeCounts(json, "operations", report.operations());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void writeTally(JsonGenerator json, String name, Tally tally) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("executions", tally.executions());
        json.writeNumberField("errors", tally.errors());
        json.writeNumberField("rowsAffected", tally.rowsAffected());
        json.writeNumberField("rowsReturned", tally.rowsReturned());
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }
}
