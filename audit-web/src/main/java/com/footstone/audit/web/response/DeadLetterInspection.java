package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.DeadLetterDetails;

/**
 * A refused record looked into. Its values are not shown: they may hold what was redacted anywhere else.
 *
 * @param letter the record
 * @param now what would become of it now
 * @param fault why, null if it would be accepted
 * @param fields what its JSON object consists of, without values
 * @param fieldsComplete whether these are all
 */
@Schema(description = "A refused record looked into, without its values")
public record DeadLetterInspection(
        DeadLetterItem letter,

        @Schema(
                enumeration = {"ACCEPTED", "REFUSED", "UNKNOWN"},
                description = "What would become of it if it were replayed now; unknown if only a part of it is left")
        String now,

        @Schema(nullable = true, description = "Why it would be refused now")
        DeadLetterItem.Fault fault,

        List<Field> fields,

        @Schema(description = "False if the text breaks off, is malformed or has very many fields")
        boolean fieldsComplete) {

    public static DeadLetterInspection of(DeadLetterDetails details) {
        return new DeadLetterInspection(
                DeadLetterItem.of(details.letter()),
                details.outlook().name(),
                details.fault().map(DeadLetterItem.Fault::of).orElse(null),
                details.fields().stream().map(Field::of).toList(),
                details.fieldsComplete());
    }

    /**
     * A field of the record.
     *
     * @param name its name
     * @param type JSON type of its value
     * @param length characters of its value if that is a string
     */
    public record Field(
            String name,

            @Schema(enumeration = {"object", "array", "string", "number", "boolean", "null"})
            String type,

            @Schema(nullable = true) Integer length) {

        static Field of(DeadLetterDetails.Field field) {
            return new Field(
                    field.name(),
                    field.type(),
                    field.length().isPresent() ? field.length().getAsInt() : null);
        }
    }
}
