package com.footstone.audit.query;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;

/**
 * Reads the columns that hold JSON; the shapes are told in {@code db/clickhouse}. Fields that this version
 * does not know are passed over, so that an older reader can stand beside a newer writer.
 */
final class StoredJson {

    private static final JsonFactory JSON = new JsonFactory();

    private StoredJson() {}

    static List<Finding> findings(String text) throws SQLException {
        return read(text, json -> items(json, StoredJson::finding));
    }

    static List<Exempted> exempted(String text) throws SQLException {
        return read(text, json -> items(json, StoredJson::exemptedFinding));
    }

    static List<RiskScore.Part> riskParts(String text) throws SQLException {
        return read(text, json -> items(json, StoredJson::riskPart));
    }

    /** An object of texts. */
    static Map<String, String> texts(String text) throws SQLException {
        return read(text, json -> {
            json.nextToken();
            return texts(json);
        });
    }

    private static Finding finding(JsonParser json) throws IOException {
        return finding(json, exemption -> {});
    }

    private static Exempted exemptedFinding(JsonParser json) throws IOException {
        long[] number = {0};
        Finding finding = finding(json, exemption -> number[0] = exemption);
        return new Exempted(finding, number[0]);
    }

    /** A finding, and what else stands in its place. */
    private static Finding finding(JsonParser json, LongConsumer exemption) throws IOException {
        String rule = "";
        String severity = "";
        int confidence = 0;
        String message = "";
        Map<String, String> evidence = Map.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "rule" -> rule = json.getText();
                case "severity" -> severity = json.getText();
                case "confidence" -> confidence = json.getIntValue();
                case "message" -> message = json.getText();
                case "evidence" -> evidence = texts(json);
                case "exemption" -> exemption.accept(json.getLongValue());
                default -> json.skipChildren();
            }
        }
        return new Finding(rule, Severity.valueOf(severity), confidence, message, evidence);
    }

    private static RiskScore.Part riskPart(JsonParser json) throws IOException {
        String name = "";
        int points = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "points" -> points = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        return new RiskScore.Part(name, points);
    }

    private static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, json.getText());
        }
        return texts;
    }

    private static <T> List<T> items(JsonParser json, Reader<T> item) throws IOException {
        List<T> items = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw new IOException("not an array");
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            items.add(item.read(json));
        }
        return items;
    }

    private static <T> T read(String text, Reader<T> reader) throws SQLException {
        try (JsonParser json = JSON.createParser(text)) {
            return reader.read(json);
        } catch (IOException | IllegalArgumentException e) {
            // The parser's message would quote what is stored.
            throw new UnreadableValueException("a column of JSON is not of a known shape");
        }
    }

    /** Reads a value at the parser's place. */
    private interface Reader<T> {
        T read(JsonParser json) throws IOException;
    }
}
