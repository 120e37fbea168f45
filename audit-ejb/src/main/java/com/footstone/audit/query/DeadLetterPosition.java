package com.footstone.audit.query;

import java.util.Map;

/**
 * Place in the dead-letter topic down to which it was listed.
 *
 * @param before the offset of each partition that was listed last; what is below follows. Not negative
 */
public record DeadLetterPosition(Map<Integer, Long> before) {

    public DeadLetterPosition {
        before = Map.copyOf(before);
        if (before.entrySet().stream().anyMatch(one -> one.getKey() < 0 || one.getValue() < 0)) {
            throw new IllegalArgumentException("a partition or offset is negative");
        }
    }
}
