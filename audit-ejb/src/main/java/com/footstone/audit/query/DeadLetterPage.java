package com.footstone.audit.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Part of the list of letters.
 *
 * @param items the letters, newest first
 * @param next where to go on; nothing if all of the topic was looked through
 */
public record DeadLetterPage(List<DeadLetter> items, Optional<DeadLetterPosition> next) {

    public DeadLetterPage {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next is null");
    }
}
