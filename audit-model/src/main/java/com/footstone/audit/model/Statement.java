package com.footstone.audit.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of all executions that share a fingerprint. Holds no literal: it can be stored, logged and shown.
 *
 * @param fingerprint 32 lower-case hex digits; equal for statements that differ only in literals, lengths of value lists,
 *     comments, case of keywords and white space
 * @param normalizedSql the text that the fingerprint was taken of, cut to a bound by analysis
 * @param kind what the statement does
 * @param tablesRead tables it reads, as written (schema included where the text has it), sorted
 * @param tablesWritten tables it changes, likewise
 * @param columns columns by clause
 * @param where whether rows are restricted by a WHERE clause, for the kinds that can have one
 * @param rowLimit whether the number of rows is bounded by LIMIT, FETCH FIRST, TOP or ROWNUM
 * @param gaps what analysis could not find out and why; empty when the statement was understood in full
 * @param traits what is of note in it
 * @param functions functions and procedures it calls, in small letters, with schema or package where the text has it; not
 *     more than a few dozen
 */
public record Statement(
        String fingerprint,
        String normalizedSql,
        StatementKind kind,
        List<String> tablesRead,
        List<String> tablesWritten,
        List<ColumnUse> columns,
        Presence where,
        Presence rowLimit,
        List<String> gaps,
        Set<Trait> traits,
        List<String> functions) {

    public Statement {
        Checks.requireText(fingerprint, "fingerprint");
        Objects.requireNonNull(normalizedSql, "normalizedSql is null");
        Objects.requireNonNull(kind, "kind is null");
        tablesRead = Checks.copy(tablesRead, "tablesRead");
        tablesWritten = Checks.copy(tablesWritten, "tablesWritten");
        columns = Checks.copy(columns, "columns");
        Objects.requireNonNull(where, "where is null");
        Objects.requireNonNull(rowLimit, "rowLimit is null");
        gaps = Checks.copy(gaps, "gaps");
        traits = Set.copyOf(Objects.requireNonNull(traits, "traits is null"));
        functions = Checks.copy(functions, "functions");
    }

    /** A statement with nothing of note in its text. */
    public Statement(
            String fingerprint,
            String normalizedSql,
            StatementKind kind,
            List<String> tablesRead,
            List<String> tablesWritten,
            List<ColumnUse> columns,
            Presence where,
            Presence rowLimit,
            List<String> gaps) {
        this(
                fingerprint,
                normalizedSql,
                kind,
                tablesRead,
                tablesWritten,
                columns,
                where,
                rowLimit,
                gaps,
                Set.of(),
                List.of());
    }

    /** Whether analysis understood the whole statement. */
    public boolean complete() {
        return gaps.isEmpty();
    }
}
