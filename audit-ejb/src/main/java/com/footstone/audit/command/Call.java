package com.footstone.audit.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What somebody at a terminal asks for.
 *
 * @param dbSystem the database as an event names it
 * @param rules files and folders with rules of the caller's own, beside those of the product
 * @param schemas files with the DDL of the database, one at most
 */
record Call(String dbSystem, List<Path> rules, List<Path> schemas) {

    private static final String ANALYZE = "analyze";
    private static final String DIALECT = "--dialect";
    private static final String RULES = "--rules";
    private static final String SCHEMA = "--schema";
    private static final List<String> OPTIONS = List.of(DIALECT, RULES, SCHEMA);

    /** What databases are called here, and in an event's {@code dbSystem}. */
    private static final Map<String, String> DIALECTS = new TreeMap<>(Map.of(
            "postgresql", "postgresql",
            "mysql", "mysql",
            "mariadb", "mariadb",
            "oracle", "oracle",
            "sqlserver", "microsoft.sql_server",
            "mssql", "microsoft.sql_server",
            "unknown", "other_sql"));

    Call {
        Objects.requireNonNull(dbSystem, "dbSystem is null");
        rules = List.copyOf(rules);
        schemas = List.copyOf(schemas);
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException saying how to call it right
     */
    static Call of(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals(ANALYZE)) {
            throw wrongUse("The first argument has to be " + ANALYZE);
        }
        String dbSystem = DIALECTS.get("unknown");
        List<Path> rules = new ArrayList<>();
        List<Path> schemas = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size() || !OPTIONS.contains(option)) {
                throw wrongUse("What follows " + ANALYZE + " is not understood");
            }
            if (option.equals(DIALECT)) {
                dbSystem = dbSystem(arguments.get(i + 1));
            } else {
                (option.equals(RULES) ? rules : schemas).add(path(option, arguments.get(i + 1)));
            }
        }
        if (schemas.size() > 1) {
            throw wrongUse("A database has one schema");
        }
        return new Call(dbSystem, rules, schemas);
    }

    private static String dbSystem(String name) {
        String dbSystem = DIALECTS.get(name.toLowerCase(Locale.ROOT));
        if (dbSystem == null) {
            throw wrongUse("No such dialect");
        }
        return dbSystem;
    }

    private static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw wrongUse("What follows " + option + " is no name of a file");
        }
    }

    private static IllegalArgumentException wrongUse(String what) {
        return new IllegalArgumentException(what + ". Use: " + ANALYZE + " [" + DIALECT + " "
                + String.join("|", DIALECTS.keySet()) + "] [" + RULES
                + " FILE] [" + SCHEMA + " FILE], with statements on standard input, set apart by lines that hold only "
                + StatementSource.SEPARATOR);
    }
}
