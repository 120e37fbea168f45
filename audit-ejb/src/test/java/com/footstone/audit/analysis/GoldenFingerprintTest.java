package com.footstone.audit.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds fingerprints against {@code fingerprints/}, a file for each database. A block is the fingerprint, the normalized
 * text, and the spellings that have them; no two blocks share a fingerprint. Stores hold fingerprints: a change that moves
 * one makes known statements new, and belongs in CHANGELOG.md. To write the files anew, add
 * {@code -Dupdate.fingerprints=true}, and read the difference.
 */
class GoldenFingerprintTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "fingerprints");
    private static final String ARROW = "-> ";

    private final TextReader reader = new TextReader(AnalysisSettings.defaults());

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void spellingsHaveTheFingerprintOfTheirBlock(Dialect dialect) throws IOException {
        Path file = FOLDER.resolve(fileName(dialect));
        List<List<String>> blocks = blocks(Files.readAllLines(file));
        if (Boolean.getBoolean("update.fingerprints")) {
            Files.writeString(file, written(blocks, dialect));
        }

        Map<String, String> owners = new HashMap<>();
        for (List<String> block : blocks(Files.readAllLines(file))) {
            for (String spelling : block.subList(1, block.size())) {
                assertThat(line(spelling, dialect)).as(spelling).isEqualTo(block.get(0));
            }
            String fingerprint = block.get(0).substring(ARROW.length(), ARROW.length() + 32);
            assertThat(owners.put(fingerprint, block.get(1)))
                    .as("fingerprint of: %s", block.get(1))
                    .isNull();
        }
    }

    private String line(String spelling, Dialect dialect) {
        TextReading reading = reader.read(spelling.replace("\\n", "\n"), dialect);
        assertThat(reading.redactedSql() + reading.normalizedSql()).doesNotContain("secret");
        return ARROW + reading.fingerprint() + " " + reading.normalizedSql();
    }

    private String written(List<List<String>> blocks, Dialect dialect) {
        StringBuilder text = new StringBuilder();
        for (List<String> block : blocks) {
            List<String> spellings = block.get(0).startsWith(ARROW) ? block.subList(1, block.size()) : block;
            text.append(text.isEmpty() ? "" : "\n")
                    .append(line(spellings.get(0), dialect))
                    .append('\n')
                    .append(String.join("\n", spellings))
                    .append('\n');
        }
        return text.toString();
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                block.add(line);
            } else if (!block.isEmpty()) {
                blocks.add(block);
                block = new ArrayList<>();
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static String fileName(Dialect dialect) {
        return (dialect == Dialect.SQL_SERVER ? "mssql" : dialect.name().toLowerCase(Locale.ROOT)) + ".txt";
    }
}
