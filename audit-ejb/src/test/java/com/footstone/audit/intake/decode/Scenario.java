package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * A record and what is expected of it, read from a file beside this class.
 *
 * @param name the file's
 * @param record the record's text
 * @param beyondSchema whether the schema cannot tell that the record is at fault (it knows no clock and no duplicates)
 * @param expect {@code event} with some of its components, {@code unknownFields}, {@code unknownValues}; or
 *     {@code undecodable} with the reason, and {@code message}
 */
record Scenario(String name, String record, boolean beyondSchema, JsonNode expect) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Stream<Scenario> all() {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(
                        Scenario.class.getResource("least-event.yaml"), "scenarios are not on the class path")
                .toURI()
                .resolve(".")))) {
            List<Scenario> scenarios = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
            return scenarios.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            JsonNode tree = YAML.readTree(file.toFile());
            return new Scenario(
                    file.getFileName().toString(),
                    tree.required("record").asText(),
                    tree.path("beyondSchema").asBoolean(false),
                    tree.required("expect"));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    boolean decodable() {
        return expect.has("event");
    }

    @Override
    public String toString() {
        return name;
    }
}
