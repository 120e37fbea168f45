package com.footstone.audit.policy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Hours;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.Scope;

/** Writes what {@link PolicyText} reads. Conditions that are not there are left out. */
public final class PolicyJson {

    private static final JsonFactory JSON = new JsonFactory();

    private PolicyJson() {}

    /** All of a version but its number. */
    public static String document(Policy policy) {
        return text(json -> {
            json.writeArrayFieldStart("adjustments");
            for (Adjustment adjustment : policy.adjustments()) {
                adjustment(json, adjustment);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("exemptions");
            for (Exemption exemption : policy.exemptions()) {
                exemption(json, exemption);
            }
            json.writeEndArray();
        });
    }

    /** What somebody asked to have exempted, without who. */
    public static String request(ExemptionRequest request) {
        return text(json -> request(json, request));
    }

    private static void adjustment(JsonGenerator json, Adjustment adjustment) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", adjustment.name());
        json.writeStringField("rule", adjustment.rule());
        where(json, adjustment.where());
        if (adjustment.enabled().isPresent()) {
            json.writeBooleanField("enabled", adjustment.enabled().get());
        }
        if (adjustment.severity().isPresent()) {
            json.writeStringField("severity", adjustment.severity().get().name());
        }
        if (!adjustment.thresholds().isEmpty()) {
            json.writeObjectFieldStart("thresholds");
            for (Map.Entry<String, String> entry : adjustment.thresholds().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void exemption(JsonGenerator json, Exemption exemption) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", exemption.id());
        request(json, exemption.request());
        json.writeStringField("owner", exemption.request().owner());
        json.writeStringField("approver", exemption.approver());
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, ExemptionRequest request) throws IOException {
        names(json, "rules", request.rules());
        where(json, request.where());
        json.writeStringField("reason", request.reason());
        json.writeStringField("expires", request.expires().toString());
    }

    private static void where(JsonGenerator json, Scope scope) throws IOException {
        if (!scope.everything()) {
            json.writeObjectFieldStart("where");
            conditions(json, scope);
            json.writeEndObject();
        }
    }

    private static void conditions(JsonGenerator json, Scope scope) throws IOException {
        names(json, "tenants", scope.tenants());
        names(json, "applications", scope.applications());
        names(json, "databases", scope.databases());
        names(json, "tables", scope.tables());
        names(json, "onlyTables", scope.onlyTables());
        names(json, "fingerprints", scope.fingerprints());
        names(json, "dbUsers", scope.dbUsers());
        names(json, "endUsers", scope.endUsers());
        if (scope.hours().isPresent()) {
            hours(json, scope.hours().get());
        }
    }

    private static void hours(JsonGenerator json, Hours hours) throws IOException {
        json.writeObjectFieldStart("hours");
        json.writeStringField("from", hours.from().toString());
        json.writeStringField("to", hours.to().toString());
        names(json, "days", hours.sortedDays().stream().map(Enum::name).toList());
        json.writeStringField("zone", hours.zone().getId());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    private static String text(Content content) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written to", e);
        }
        return text.toString();
    }

    /** Writes the fields of an object. */
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
