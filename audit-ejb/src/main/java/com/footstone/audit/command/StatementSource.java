package com.footstone.audit.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Statements from a text, set apart by lines that hold only {@code ;;}. Line feeds within a statement stay, the last one
 * does not. A separator at the end of the text begins no statement.
 */
final class StatementSource {

    static final String SEPARATOR = ";;";

    private final BufferedReader lines;
    private boolean atEnd;

    StatementSource(Reader text) {
        this.lines = new BufferedReader(text);
    }

    /** The next statement, which may be blank; null after the last. */
    String next() throws IOException {
        if (atEnd) {
            return null;
        }
        StringBuilder sql = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.strip().equals(SEPARATOR)) {
                return sql.toString();
            }
            sql.append(sql.isEmpty() ? "" : "\n").append(line);
        }
        atEnd = true;
        return sql.toString().isBlank() ? null : sql.toString();
    }
}
