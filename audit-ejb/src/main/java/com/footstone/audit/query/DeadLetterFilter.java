package com.footstone.audit.query;

import java.util.Objects;
import java.util.Optional;

/**
 * Which letters are asked for.
 *
 * @param range when they were refused
 * @param reason the kind of fault, by its name
 */
public record DeadLetterFilter(TimeRange range, Optional<String> reason) {

    public DeadLetterFilter {
        Objects.requireNonNull(range, "range is null");
        Objects.requireNonNull(reason, "reason is null");
    }

    /** Whether a letter is asked for. */
    public boolean matches(DeadLetter letter) {
        return range.from().filter(letter.refusedAt()::isBefore).isEmpty()
                && range.to().filter(to -> !letter.refusedAt().isBefore(to)).isEmpty()
                && reason.filter(name -> !name.equals(letter.fault().reason())).isEmpty();
    }
}
