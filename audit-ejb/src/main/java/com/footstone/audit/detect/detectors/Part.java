package com.footstone.audit.detect.detectors;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.footstone.audit.model.Severity;
import com.footstone.audit.query.PlaceShape;

/**
 * Something that a statement has and another may not have.
 *
 * @param nature what it is
 * @param name which
 */
record Part(Nature nature, String name) implements Comparable<Part> {

    /** What tells shapes apart. How bad it is if it was never there: a filter may become wider, a table may be joined. */
    enum Nature {
        KIND(Severity.HIGH),
        CONSTRUCT(Severity.HIGH),
        CONDITION(Severity.MEDIUM),
        TABLE(Severity.MEDIUM);

        private final Severity severity;

        Nature(Severity severity) {
            this.severity = severity;
        }

        /** What it is in a sentence. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String OR = "OR";

    /** The parts of a statement, in a set of one's own. */
    static Set<Part> of(PlaceShape shape) {
        Stream<Part> constructs = shape.constructs().stream()
                .map(construct -> new Part(construct.equals(OR) ? Nature.CONDITION : Nature.CONSTRUCT, construct));
        Stream<Part> tables = shape.tables().stream().map(table -> new Part(Nature.TABLE, table));
        return Stream.of(Stream.of(new Part(Nature.KIND, shape.kind())), constructs, tables)
                .flatMap(parts -> parts)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it is remembered by. */
    String key() {
        return nature + ":" + name;
    }

    Severity severity() {
        return nature.severity;
    }

    @Override
    public int compareTo(Part other) {
        int natures = nature.compareTo(other.nature);
        return natures != 0 ? natures : name.compareTo(other.name);
    }
}
