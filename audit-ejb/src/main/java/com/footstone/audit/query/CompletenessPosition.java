package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

/**
 * Place of a producer in the order in which producers are listed: by number of their row. The pages of a list are about
 * the same range, also where its end was left to the first.
 *
 * @param to end of the range
 * @param producer number of the producer's row
 */
public record CompletenessPosition(Instant to, long producer) {

    public CompletenessPosition {
        Objects.requireNonNull(to, "to is null");
    }
}
