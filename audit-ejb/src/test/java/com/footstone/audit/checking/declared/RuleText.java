package com.footstone.audit.checking.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules as somebody writes them, of which a test gives what matters to it. */
final class RuleText {

    static final String HEAD = """
            rules:
              - id: Sample
                title: A sample
                severity: HIGH
                confidence: 80
                message: A sample was found.
                page: Look at it.
            """;

    private RuleText() {}

    /** What reading a file of this text gives. */
    static RuleFiles.Reading read(String text) {
        try {
            Path file = Files.createTempFile("rules", ".yaml");
            try {
                return RuleFiles.read(Files.writeString(file, text), Set.of("CHECKER_SLOWQUERY_ENABLED"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No file can be written for the test", e);
        }
    }

    /** A rule of one block of conditions, each on a line of its own. */
    static RuleProbe when(String conditions) {
        return rule("when:\n" + conditions.indent(2));
    }

    /** A rule with what is given below its head. */
    static RuleProbe rule(String rest) {
        RuleFiles.Reading reading = read(HEAD + rest.indent(4));
        assertThat(reading.faults()).isEmpty();
        return new RuleProbe(reading.rules().get(0));
    }
}
