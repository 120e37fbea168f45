package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Set;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;

/** Names as the parser gives them, without quotes. */
final class Names {

    /** What is spelled like a column and is none. */
    private static final Set<String> NO_COLUMNS = Set.of(
            "rownum",
            "level",
            "sysdate",
            "systimestamp",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "utc_timestamp",
            "current_user",
            "current_role",
            "current_schema",
            "session_user",
            "system_user",
            "user",
            "default",
            "true",
            "false",
            "null",
            "nextval",
            "currval");

    /** Rows that a statement brings along under a name: not tables. */
    private static final Set<String> NO_TABLES = Set.of("excluded", "inserted", "deleted", "new", "old", "dual");

    /** Where the parser has the name of a linked server: it counts parts from the last. */
    private static final int SERVER_PART = 3;

    private Names() {}

    static String unquoted(String name) {
        if (name == null || name.length() < 2) {
            return name;
        }
        char first = name.charAt(0);
        char last = name.charAt(name.length() - 1);
        boolean quoted = (first == last && (first == '"' || first == '`')) || (first == '[' && last == ']');
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    /** The name of a table as written: with schema, catalogue, server and link where the text has them. */
    static String of(Table table) {
        StringBuilder name = new StringBuilder();
        String server = server(table);
        if (server != null && !server.isEmpty()) {
            name.append(server).append('.');
        }
        String catalog = unquoted(table.getCatalogName());
        String schema = unquoted(table.getSchemaName());
        if (catalog != null && !catalog.isEmpty()) {
            name.append(catalog).append('.');
        }
        if (schema != null && !schema.isEmpty()) {
            name.append(schema).append('.');
        } else if (!name.isEmpty()) {
            name.append('.');
        }
        name.append(unquoted(table.getName()));
        String link = table.getDBLinkName();
        // Without a link the parser answers the name again.
        if (link != null && !link.isEmpty() && !link.equals(table.getName())) {
            name.append('@').append(unquoted(link));
        }
        return name.toString();
    }

    private static String server(Table table) {
        return table.getNameParts().size() > SERVER_PART
                ? unquoted(table.getNameParts().get(SERVER_PART))
                : null;
    }

    static String of(Alias alias) {
        return unquoted(alias.getName().strip());
    }

    /** Databases disagree on case and analysis has folded what was not quoted: names are compared without it. */
    static String key(String name) {
        return unquoted(name).toLowerCase(Locale.ROOT);
    }

    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    static boolean isColumn(String name) {
        return !NO_COLUMNS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isTable(String name) {
        return !NO_TABLES.contains(name.toLowerCase(Locale.ROOT));
    }
}
