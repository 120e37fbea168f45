package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

import com.footstone.audit.analysis.BoundedParser.Outcome;

/** Learns the tables and views of a database from its own DDL. What creates neither is passed over. */
final class SchemaReader {

    /** Views that stand on views deeper than this are taken for tables of which nothing is known. */
    private static final int DEEPEST = 64;

    /**
     * What was learned.
     *
     * @param notUnderstood lines at which tables or views are created that could not be read, or not in full
     * @param tookTooLong lines at which views are created whose queries could not be parsed in time
     * @param endedAt the line from which on not everything was looked at, as there was no time left; 0 if there was
     */
    record Reading(
            Schema schema, int tables, int views, List<Integer> notUnderstood, List<Integer> tookTooLong, int endedAt) {
        Reading {
            notUnderstood = List.copyOf(notUnderstood);
            tookTooLong = List.copyOf(tookTooLong);
        }
    }

    private final Dialect dialect;
    private final BoundedParser parser;
    private final BooleanSupplier timeIsUp;
    private final Schema schema;
    private final Set<String> tables = new LinkedHashSet<>();
    private final Map<String, ViewDefinition> waiting = new LinkedHashMap<>();
    /** Keys of views by the name that they have within their schemas. */
    private final Map<String, Set<String>> keysByName = new HashMap<>();

    private final Set<Integer> notUnderstood = new TreeSet<>();
    private final Set<Integer> tookTooLong = new TreeSet<>();
    private int endedAt;
    private int views;

    private SchemaReader(Dialect dialect, String database, BoundedParser parser, BooleanSupplier timeIsUp) {
        this.dialect = dialect;
        this.parser = parser;
        this.timeIsUp = timeIsUp;
        this.schema = new Schema(database, dialect);
    }

    /**
     * Reads a file.
     *
     * @param database whose tables these are; empty if the file is for several
     * @param timeIsUp whether nothing more is to be begun
     */
    static Reading read(String text, Dialect dialect, String database, BoundedParser parser, BooleanSupplier timeIsUp) {
        SchemaReader reader = new SchemaReader(dialect, database, parser, timeIsUp);
        if (reader.hasTimeFor(1)) {
            reader.read(DdlText.of(text, dialect));
        }
        return new Reading(
                reader.schema,
                reader.tables.size(),
                reader.views,
                List.copyOf(reader.notUnderstood),
                List.copyOf(reader.tookTooLong),
                reader.endedAt);
    }

    private void read(DdlText ddl) {
        ddl.parts().forEach(this::statement);
        if (ddl.unreadableLine() > 0) {
            notUnderstood.add(ddl.unreadableLine());
        }
        List.copyOf(waiting.values()).forEach(view -> view(view, 0));
    }

    private boolean hasTimeFor(int line) {
        boolean hasTime = !timeIsUp.getAsBoolean();
        if (!hasTime) {
            endedAt = endedAt == 0 ? line : Math.min(endedAt, line);
        }
        return hasTime;
    }

    private void statement(DdlText.Part part) {
        if (!hasTimeFor(part.line())) {
            return;
        }
        DdlCursor ddl = new DdlCursor(part.text(), dialect);
        switch (ddl.head()) {
            case TABLE -> table(TableDefinition.read(ddl), part.line());
            case VIEW -> declared(ViewDefinition.read(ddl, part.line()), part.line());
            case OTHER -> {
                // It has no columns.
            }
        }
    }

    private void table(Relation table, int line) {
        if (table == null) {
            notUnderstood.add(line);
        } else if (!table.name().startsWith("#")) {
            schema.add(table);
            tables.add(key(table.name()));
        }
    }

    /** mysqldump declares a view twice, or a table in its place first: what comes last counts. */
    private void declared(ViewDefinition view, int line) {
        if (view == null) {
            notUnderstood.add(line);
        } else {
            waiting.put(key(view.name()), view);
            keysByName
                    .computeIfAbsent(withinSchema(view.name()), name -> new LinkedHashSet<>())
                    .add(key(view.name()));
            tables.remove(key(view.name()));
        }
    }

    /** Reads a view after the views that it reads; one that is asked for while it is read itself is not known to it. */
    private void view(ViewDefinition view, int depth) {
        if (waiting.remove(key(view.name())) == null) {
            return;
        }
        Structure read = parsed(view);
        if (read != null && depth < DEEPEST && resolvedViewsOf(read, depth)) {
            read = parsed(view);
        }
        if (read == null) {
            return;
        }
        if (!read.gaps().isEmpty()) {
            notUnderstood.add(view.line());
        }
        Relation query = read.output() == null ? new Relation("", List.of(), false, List.of()) : read.output();
        schema.add(query.renamed(view.columns()).asView(view.name(), declaredNames(read.tablesRead()), this::declared));
        views++;
    }

    /** Whether the view reads others that were not known before and are now. */
    private boolean resolvedViewsOf(Structure read, int depth) {
        List<ViewDefinition> needed = new ArrayList<>();
        for (String table : read.tablesRead()) {
            for (String key : keysByName.getOrDefault(withinSchema(table), Set.of())) {
                if (waiting.containsKey(key)) {
                    needed.add(waiting.get(key));
                }
            }
        }
        needed.forEach(other -> view(other, depth + 1));
        return !needed.isEmpty();
    }

    /** Null, and noted why, if there is none. */
    private Structure parsed(ViewDefinition view) {
        if (!hasTimeFor(view.line())) {
            return null;
        }
        Outcome outcome = parser.parse(ParseText.spellings(view.query(), dialect), dialect, schema);
        if (outcome instanceof Outcome.Parsed parsed) {
            return parsed.structure();
        }
        (outcome instanceof Outcome.OutOfBudget ? tookTooLong : notUnderstood).add(view.line());
        return null;
    }

    private List<String> declaredNames(List<String> names) {
        Set<String> declared = new LinkedHashSet<>();
        for (String name : names) {
            Relation relation = schema.relation(name);
            declared.add(relation == null ? name : relation.name());
        }
        return List.copyOf(declared);
    }

    private Origin declared(Origin written) {
        Relation relation = schema.relation(written.table());
        Relation.Column column = relation == null ? null : relation.column(written.column());
        return column == null ? written : new Origin(relation.name(), column.name());
    }

    private static String withinSchema(String name) {
        return key(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
