package com.footstone.audit.checking.sensitive;

import java.util.Objects;
import java.util.Set;

import com.footstone.audit.model.Clause;

/**
 * A sensitive column, or all columns of a sensitive table, and what a statement does with it.
 *
 * @param column name as the statement has it, with the table where that is known; {@code table.*} for all
 * @param tags why it is sensitive, at least one
 */
public record SensitiveUse(String column, Set<Tag> tags, Purpose purpose) {

    /** What a column is used for. */
    public enum Purpose {
        READ,
        WRITTEN,
        /** Decides which rows are meant: it can be guessed, but is not shown. */
        FILTERED;

        static Purpose of(Clause clause) {
            return switch (clause) {
                case SELECTED, GROUPED, ORDERED -> READ;
                case ASSIGNED -> WRITTEN;
                case FILTERED, JOINED -> FILTERED;
            };
        }
    }

    public SensitiveUse {
        Objects.requireNonNull(column, "column is null");
        Objects.requireNonNull(purpose, "purpose is null");
        tags = Set.copyOf(tags);
    }

    /** Whether a single value in the wrong hands does lasting harm. */
    public boolean grave() {
        return tags.stream().anyMatch(Tag::grave);
    }

    /** The column with its tags. */
    String text() {
        return column + " (" + Tag.names(tags) + ")";
    }
}
