package com.footstone.audit.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.StatementKind;

/**
 * A statement of {@code coverage/}, with what somebody who can read SQL says of it.
 *
 * @param section the part of the file that it stands in
 * @param reads tables that it reads; empty if that is not asked
 * @param writes tables that it changes, likewise
 */
record CoverageCase(
        String section, StatementKind kind, Optional<List<String>> reads, Optional<List<String>> writes, String sql) {

    private static final String NOT_ASKED = "?";
    private static final String NONE = "-";

    /** Reads the file of a database: a line {@code = section}, and a line {@code kind | reads | writes | statement} for each. */
    static List<CoverageCase> of(String database) {
        List<CoverageCase> cases = new ArrayList<>();
        String section = "";
        for (String line : text(database).lines().toList()) {
            if (line.startsWith("= ")) {
                section = line.substring(2);
            } else {
                String[] cells = line.split(" \\| ", 4);
                cases.add(new CoverageCase(
                        section, StatementKind.valueOf(cells[0]), tables(cells[1]), tables(cells[2]), cells[3]));
            }
        }
        return cases;
    }

    private static Optional<List<String>> tables(String cell) {
        return switch (cell) {
            case NOT_ASKED -> Optional.empty();
            case NONE -> Optional.of(List.of());
            default -> Optional.of(List.of(cell.split(", ")));
        };
    }

    private static String text(String database) {
        try (InputStream file = CoverageCase.class.getResourceAsStream("/coverage/" + database + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the statements of " + database, e);
        }
    }
}
