package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tables and views of a database, as far as its operator declared them. Does not change once it was read. */
final class Schema {

    /** Of a database of which nothing was declared. */
    static final Schema NONE = new Schema("", Dialect.UNKNOWN);

    /** Where a name without a schema is looked for, unless somebody has said otherwise. */
    private static final Set<String> USUAL = Set.of("public", "dbo");

    private final String prefix;
    private final Dialect dialect;
    private final Map<String, Relation> byName = new HashMap<>();
    private final Map<String, List<Relation>> byLastPart = new HashMap<>();

    /** @param database what names of its tables may begin with; empty if the schema is of several */
    Schema(String database, Dialect dialect) {
        this.prefix = database.toLowerCase(Locale.ROOT) + ".";
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isKnown() {
        return !byName.isEmpty();
    }

    /** Adds a table or view in the place of what had its name before; only while the schema is read. */
    void add(Relation relation) {
        Objects.requireNonNull(relation, "relation is null");
        String key = relation.name().toLowerCase(Locale.ROOT);
        Relation before = byName.put(key, relation);
        List<Relation> alike =
                byLastPart.computeIfAbsent(key.substring(key.lastIndexOf('.') + 1), k -> new ArrayList<>());
        alike.remove(before);
        alike.add(relation);
    }

    /** What has a name, as a statement spells it without quotes; null if that is not known, or not unique. */
    Relation relation(String name) {
        if (byName.isEmpty() || name.isEmpty()) {
            return null;
        }
        String key = name.toLowerCase(Locale.ROOT);
        Relation found = within(key);
        if (found == null && prefix.length() > 1 && key.startsWith(prefix)) {
            // SQL Server leaves the schema out between two dots.
            found = within(key.substring(key.startsWith(".", prefix.length()) ? prefix.length() + 1 : prefix.length()));
        }
        return found;
    }

    private Relation within(String key) {
        Relation found = byName.get(key);
        return found != null || key.indexOf('.') >= 0 ? found : withoutSchema(key);
    }

    private Relation withoutSchema(String key) {
        List<Relation> alike = byLastPart.getOrDefault(key, List.of());
        if (alike.size() == 1) {
            return alike.get(0);
        }
        List<Relation> usual = alike.stream()
                .filter(relation ->
                        USUAL.contains(relation.name().toLowerCase(Locale.ROOT).replaceFirst("\\.[^.]*$", "")))
                .toList();
        return usual.size() == 1 ? usual.get(0) : null;
    }
}
