package com.footstone.audit.checking.sensitive;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a catalogue, or a part of one.
 *
 * @param key a name, or the words of one, in small letters; not empty
 * @param tags empty if the catalogue says that it is not sensitive
 */
record CatalogueEntry(Section section, String key, Set<Tag> tags) {

    CatalogueEntry {
        tags = Set.copyOf(tags);
    }

    /** What a part of a catalogue lists. */
    enum Section {
        /** Words of which a column's name ends. */
        COLUMN_NAMES("column names"),
        /** Words of which a table's name ends. */
        TABLE_NAMES("table names"),
        /** Columns with their table, and schema where it matters. */
        COLUMNS("columns"),
        /** Tables, of which every column is sensitive that is no key. */
        TABLES("tables"),
        /** Words that make a name one of a flag or a number when they begin it. */
        FLAG_WORDS("flag words"),
        /** Words at the end of a name that say only in which form the value is kept. */
        FORM_WORDS("form words");

        final String title;

        Section(String title) {
            this.title = title;
        }

        boolean isOfWordsAlone() {
            return this == FLAG_WORDS || this == FORM_WORDS;
        }

        static Optional<Section> of(String title) {
            return Arrays.stream(values())
                    .filter(section -> section.title.equals(title))
                    .findFirst();
        }
    }
}
