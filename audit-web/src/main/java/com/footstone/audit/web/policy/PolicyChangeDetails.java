package com.footstone.audit.web.policy;

import java.io.StringReader;
import java.time.Instant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.PolicyChange;

/**
 * A change of the policy, and what it was about.
 *
 * @param id number of the change
 * @param at when
 * @param by who
 * @param action what was done
 * @param exemption the exemption that it was about
 * @param version the version that it made
 * @param before what it was before
 * @param after what it was after
 */
@Schema(description = "Who changed what of the policy")
public record PolicyChangeDetails(
        long id,
        Instant at,
        String by,

        @Schema(enumeration = {"ADJUST", "ASK", "APPROVE", "END"})
        String action,

        @Schema(nullable = true) Long exemption,

        @Schema(nullable = true, description = "The version that came of it")
        Long version,

        @Schema(type = SchemaType.OBJECT, nullable = true) JsonObject before,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonObject after) {

    public static PolicyChangeDetails of(PolicyChange change) {
        PolicyChangeItem who = PolicyChangeItem.of(change.summary());
        return new PolicyChangeDetails(
                who.id(),
                who.at(),
                who.by(),
                who.action(),
                who.exemption(),
                who.version(),
                object(change.before()),
                object(change.after()));
    }

    private static JsonObject object(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
