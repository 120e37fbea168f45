package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Map;

/**
 * What is declared of the tables and views of databases. Does not change, and holds no data: of DDL only names and kinds of
 * types are kept.
 */
public final class Schemas {

    /** Nothing is declared of any database. */
    public static final Schemas NONE = new Schemas(Map.of());

    /** In the place of a database: all that nothing is declared of by name, or whose name an event does not tell. */
    static final String OTHERS = "default";

    /** @param database in small letters */
    record Key(String database, Dialect dialect) {}

    private final Map<Key, Schema> byDatabase;

    Schemas(Map<Key, Schema> byDatabase) {
        this.byDatabase = Map.copyOf(byDatabase);
    }

    /** The schema of a database; one that knows nothing if none is declared. */
    Schema of(String database, Dialect dialect) {
        if (byDatabase.isEmpty()) {
            return Schema.NONE;
        }
        Schema own = database == null ? null : byDatabase.get(new Key(database.toLowerCase(Locale.ROOT), dialect));
        return own != null ? own : byDatabase.getOrDefault(new Key(OTHERS, dialect), Schema.NONE);
    }
}
