package com.footstone.audit.intake.decode;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.footstone.audit.intake.decode.DecodeResult.Decoded;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.model.SqlEvent;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import static org.assertj.core.api.Assertions.assertThat;

class ScenariosTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SqlEvent.class.getResourceAsStream("sql-audit-event-v1.schema.json"));

    @ParameterizedTest
    @MethodSource("com.footstone.audit.intake.decode.Scenario#all")
    void record_becomes_what_its_scenario_says(Scenario scenario) {
        DecodeResult result = Samples.decode(scenario.record());

        if (scenario.decodable()) {
            Decoded decoded = Samples.decoded(result);
            scenario.expect().get("event").properties().forEach(expected -> assertThat(
                            component(decoded.event(), expected.getKey()))
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue().toString()));
            assertThat(decoded.unknownFields())
                    .isEqualTo(scenario.expect().path("unknownFields").asInt());
            assertThat(decoded.unknownValues())
                    .isEqualTo(scenario.expect().path("unknownValues").asInt());
        } else {
            JsonNode expect = scenario.expect();
            assertThat(result)
                    .isEqualTo(new Undecodable(
                            Samples.ID,
                            Reason.valueOf(expect.required("undecodable").asText()),
                            expect.required("message").asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.intake.decode.Scenario#all")
    void schema_and_decoder_agree(Scenario scenario) {
        if (!scenario.beyondSchema()) {
            Set<ValidationMessage> faults = SCHEMA.validate(scenario.record(), InputFormat.JSON);
            assertThat(faults.isEmpty())
                    .as("valid by schema, faults %s", faults)
                    .isEqualTo(scenario.decodable());
        }
    }

    private static String component(SqlEvent event, String name) {
        return Arrays.stream(SqlEvent.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(component -> {
                    try {
                        return asJson(component.getAccessor().invoke(event));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no component " + name));
    }

    private static String asJson(Object value) {
        try {
            return JSON.writeValueAsString(value instanceof Instant ? value.toString() : value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
