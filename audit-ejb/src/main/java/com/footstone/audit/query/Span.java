package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

/**
 * From the first to the last of some executions.
 *
 * @param first when the first was executed
 * @param last when the last was executed
 */
public record Span(Instant first, Instant last) {

    public Span {
        Objects.requireNonNull(first, "first is null");
        Objects.requireNonNull(last, "last is null");
    }
}
