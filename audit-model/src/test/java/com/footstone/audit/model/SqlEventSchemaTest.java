package com.footstone.audit.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the published schema and {@link SqlEvent} together. */
class SqlEventSchemaTest {

    private static final Set<String> REQUIRED = Set.of("sql", "sqlType", "timestamp");
    /** On the wire only: derived from the statement, and the older name of a field. */
    private static final Set<String> WIRE_ONLY = Set.of("sqlId", "mapperId");

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "string",
            SqlType.class, "string",
            ExecutionLayer.class, "string",
            Instant.class, "string",
            long.class, "integer",
            Map.class, "object",
            GuardReport.class, "object");

    private static final JsonNode TREE = tree();
    private static final JsonNode PROPERTIES = TREE.required("properties");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TREE);

    @Test
    void schema_is_valid_by_its_own_schema() {
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(TREE.required("$schema").asText()));

        assertThat(metaSchema.validate(TREE)).isEmpty();
    }

    @Test
    void every_component_is_a_property_and_the_reverse() {
        Set<String> expected = new HashSet<>(WIRE_ONLY);
        components().forEach(component -> expected.add(component.getName()));

        assertThat(names(PROPERTIES)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void types_are_those_of_the_components_and_null_where_optional() {
        components().forEach(component -> {
            String name = component.getName();
            String type = TYPES.get(component.getType());
            assertThat(texts(PROPERTIES.required(name).required("type")))
                    .as(name)
                    .containsExactlyElementsOf(REQUIRED.contains(name) ? List.of(type) : List.of(type, "null"));
        });
    }

    @Test
    void required_are_statement_type_and_time() {
        assertThat(texts(TREE.required("required"))).containsExactlyInAnyOrderElementsOf(REQUIRED);
        assertThat(TREE.required("additionalProperties").asBoolean()).isTrue();
    }

    @Test
    void every_property_is_described() {
        PROPERTIES.properties().forEach(property -> assertThat(
                        property.getValue().path("description").asText())
                .as(property.getKey())
                .isNotBlank());
        assertThat(PROPERTIES.at("/executionTimeMs/description").asText()).contains("milliseconds");
    }

    @Test
    void names_of_constants_are_those_of_the_enums() {
        assertThat(texts(PROPERTIES.at("/sqlType/anyOf/0/enum"))).containsExactly(names(SqlType.values()));
        assertThat(texts(PROPERTIES.at("/executionLayer/anyOf/0/enum")))
                .containsExactly(names(ExecutionLayer.values()));
        assertThat(texts(PROPERTIES.at("/violations/properties/riskLevel/anyOf/0/enum")))
                .containsExactly(names(Severity.values()));
    }

    @Test
    void defaults_and_bounds_are_those_of_the_record() {
        SqlEvent event = SqlEvent.builder("SELECT 1", Samples.TEN).build();
        Map<String, Long> counts = Map.of(
                "executionTimeMs", event.executionTimeMs(),
                "rowsAffected", event.rowsAffected(),
                "rowsReturned", event.rowsReturned(),
                "producerSeq", event.producerSeq(),
                "producerDropped", event.producerDropped());
        counts.forEach((name, absent) -> {
            JsonNode property = PROPERTIES.required(name);
            assertThat(property.required("default").asLong()).as(name).isEqualTo(absent);
            assertThat(property.required("minimum").asLong()).as(name).isEqualTo(absent);
            assertThat(property.required("maximum").asLong()).as(name).isEqualTo(Long.MAX_VALUE);
        });
        assertThat(PROPERTIES.properties().stream()
                        .filter(property -> property.getValue().has("maxLength"))
                        .map(property -> property.getValue().get("maxLength").asInt()))
                .hasSize(18)
                .containsOnly(SqlEvent.MAX_NAME_LENGTH);
    }

    @Test
    void least_event_is_valid() {
        assertThat(valid("SELECT 1", "")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | \"colour\":\"red\"",
                "true  | \"executionLayer\":\"R2DBC\"",
                "true  | \"rowsAffected\":-1,\"producerSeq\":null",
                "true  | \"params\":{\"1\":[1,{\"a\":null}]}",
                "true  | \"violations\":{\"passed\":false,\"violations\":[{\"riskLevel\":\"LOW\"}]}",
                "false | \"executionTimeMs\":-1",
                "false | \"rowsAffected\":\"1\"",
                "false | \"rowsAffected\":9223372036854775808",
                "false | \"params\":[]",
                "false | \"host\":1",
                "false | \"violations\":{\"passed\":\"no\"}"
            })
    void samples_are_told_apart(boolean expected, String moreFields) {
        assertThat(valid("SELECT 1", "," + moreFields)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t\\n"})
    void blank_statement_is_invalid(String blank) {
        assertThat(valid(blank, "")).isFalse();
    }

    private static boolean valid(String sql, String moreFields) {
        String record = "{\"sql\":\"" + sql + "\",\"sqlType\":\"SELECT\",\"timestamp\":\"2026-11-21T10:00:00Z\""
                + moreFields + "}";
        return SCHEMA.validate(record, InputFormat.JSON).isEmpty();
    }

    private static Stream<RecordComponent> components() {
        return Arrays.stream(SqlEvent.class.getRecordComponents());
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }

    private static List<String> texts(JsonNode textOrArray) {
        return textOrArray.isArray()
                ? StreamSupport.stream(textOrArray.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(textOrArray.asText());
    }

    private static JsonNode tree() {
        try (InputStream schema = SqlEvent.class.getResourceAsStream("sql-audit-event-v1.schema.json")) {
            return new ObjectMapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
