package com.footstone.audit.model;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * An event together with what analysis found: the shape it shares with other executions, and what is its own.
 *
 * @param id identity of the stored event
 * @param event what the producer reported, secrets included
 * @param statement the statement that the event is an execution of
 * @param redactedSql the text as executed with every literal replaced, fit to be stored; cut to a bound by analysis
 * @param redactedError the error text with what may be data replaced, fit to be stored; empty if there was no error
 * @param offset rows that the statement skips (OFFSET), where a literal or a bound value tells
 * @param limit rows that the statement asks for (LIMIT, FETCH), likewise
 * @param text what is of note in the text as executed
 */
public record AnalysedEvent(
        EventId id,
        SqlEvent event,
        Statement statement,
        String redactedSql,
        String redactedError,
        OptionalLong offset,
        OptionalLong limit,
        TextTraits text) {

    public AnalysedEvent {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(event, "event is null");
        Objects.requireNonNull(statement, "statement is null");
        Objects.requireNonNull(redactedSql, "redactedSql is null");
        Objects.requireNonNull(redactedError, "redactedError is null");
        Objects.requireNonNull(offset, "offset is null");
        Objects.requireNonNull(limit, "limit is null");
        Objects.requireNonNull(text, "text is null");
    }

    /** An execution with nothing of note in its text. */
    public AnalysedEvent(
            EventId id,
            SqlEvent event,
            Statement statement,
            String redactedSql,
            String redactedError,
            OptionalLong offset,
            OptionalLong limit) {
        this(id, event, statement, redactedSql, redactedError, offset, limit, TextTraits.NONE);
    }

    /** Whether the statement, or its text in this execution, has a trait. */
    public boolean has(Trait trait) {
        return statement.traits().contains(trait) || text.traits().contains(trait);
    }

    /** Without the texts: redaction may be switched off for a data source. */
    @Override
    public String toString() {
        return "AnalysedEvent[" + id + ", " + statement.kind() + " " + statement.fingerprint() + "]";
    }
}
