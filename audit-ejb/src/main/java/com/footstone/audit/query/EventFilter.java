package com.footstone.audit.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

/**
 * Which events are asked for: those that meet every condition given. Built with {@link #builder}. {@link #toString} omits
 * the words, which may come out of a statement.
 *
 * @param range when the statement was executed
 * @param severity the least severity of the verdict
 * @param rule a rule that raised a finding
 * @param fingerprint fingerprint of the statement
 * @param application application that ran it
 * @param tenant tenant that it belongs to
 * @param user end user or database user
 * @param table table read or written, whatever the case; without a schema it stands for the table in any schema
 * @param kind what the statement does
 * @param traceId trace that it ran in
 * @param failed whether the database failed it
 * @param words words that all stand in the redacted text, whatever the case
 */
public record EventFilter(
        TimeRange range,
        Optional<Severity> severity,
        Optional<String> rule,
        Optional<String> fingerprint,
        Optional<String> application,
        Optional<String> tenant,
        Optional<String> user,
        Optional<String> table,
        Optional<StatementKind> kind,
        Optional<String> traceId,
        Optional<Boolean> failed,
        List<String> words) {

    /** Most words that may be searched for at once. */
    public static final int MAX_WORDS = 16;

    public EventFilter {
        Objects.requireNonNull(range, "range is null");
        words = List.copyOf(words);
        if (words.size() > MAX_WORDS) {
            throw new InvalidValueException("q", "has more than " + MAX_WORDS + " words");
        }
    }

    /** Starts a filter that lets everything through. */
    public static EventFilterBuilder builder() {
        return new EventFilterBuilder();
    }

    @Override
    public String toString() {
        return "EventFilter[" + range + ", " + words.size() + " words]";
    }
}
