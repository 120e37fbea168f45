package com.footstone.audit.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A key of the program, as its generated reference has it; that the reference is what the code reads, is tested beside the
 * code.
 *
 * @param standard what stands for its default
 * @param meaning with the range of values before it
 */
record Documented(String key, String variable, String standard, String meaning, boolean secret, boolean hot) {

    private static final Path REFERENCE = Path.of("..", "docs", "configuration.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|$");

    static List<Documented> keys() {
        try {
            return ROW.matcher(Files.readString(REFERENCE))
                    .results()
                    .map(Documented::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration reference cannot be read", e);
        }
    }

    private static Documented of(MatchResult row) {
        String meaning = row.group(6).strip();
        return new Documented(
                row.group(1),
                row.group(2),
                row.group(4).strip(),
                meaning + (meaning.endsWith(".") ? "" : ".") + " "
                        + row.group(5).strip(),
                meaning.contains("Secret: never shown"),
                meaning.endsWith("*Hot.*"));
    }
}
