package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Where a gap of a producer lies.
 *
 * @param id its row
 * @param producer whose gap it is
 * @param first its first number
 * @param last its last number
 * @param from time of one of the events around it, or an earlier one
 * @param to time of the other, or a later one
 */
public record GapPlace(long id, String producer, long first, long last, Instant from, Instant to) {

    public GapPlace {
        Objects.requireNonNull(producer, "producer is null");
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
    }

    /**
     * The place between the events around the gap; an end whose event is not known stays where it is. Of a producer's
     * first gap there is no event below: it lies at the one above.
     *
     * @param times when the events of some numbers were executed
     */
    GapPlace between(Map<Long, Instant> times) {
        Instant above = times.getOrDefault(last + 1, to);
        Instant below = first == 0 ? above : times.getOrDefault(first - 1, from);
        boolean ordered = below.isBefore(above);
        return new GapPlace(id, producer, first, last, ordered ? below : above, ordered ? above : below);
    }
}
