package com.footstone.audit.query;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Judged events one after the other, of which no more than a page is held. */
final class JudgedPages implements Iterator<JudgedEvent> {

    private final Function<Optional<JudgedEvent>, List<JudgedEvent>> pages;
    private final int size;

    private List<JudgedEvent> page = List.of();
    private int taken;
    private boolean last;

    /**
     * @param pages reads the page after an event, or the first
     * @param size most events of a page: one with fewer is the last
     */
    JudgedPages(Function<Optional<JudgedEvent>, List<JudgedEvent>> pages, int size) {
        this.pages = Objects.requireNonNull(pages, "pages is null");
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        if (taken == page.size() && !last) {
            page = pages.apply(page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1)));
            taken = 0;
            last = page.size() < size;
        }
        return taken < page.size();
    }

    @Override
    public JudgedEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There is no further event");
        }
        return page.get(taken++);
    }
}
