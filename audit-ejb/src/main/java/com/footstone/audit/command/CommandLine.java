package com.footstone.audit.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The entry from a terminal: {@code analyze [--dialect NAME]}, statements in, a line of JSON for each out. */
public final class CommandLine {

    private static final String ANALYZE = "analyze";
    private static final String DIALECT = "--dialect";
    private static final int WRONG_USE = 2;

    /** What databases are called here, and in an event's {@code dbSystem}. */
    private static final Map<String, String> DIALECTS = new TreeMap<>(Map.of(
            "postgresql", "postgresql",
            "mysql", "mysql",
            "mariadb", "mariadb",
            "oracle", "oracle",
            "sqlserver", "microsoft.sql_server",
            "mssql", "microsoft.sql_server",
            "unknown", "other_sql"));

    private CommandLine() {}

    /** Reads standard input to its end. Ends the virtual machine with 2 if it was called wrongly. */
    public static void main(String[] arguments) throws IOException {
        String dbSystem;
        try {
            dbSystem = dbSystem(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        Writer answers = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        try (Advice advice = new Advice(dbSystem)) {
            StatementSource statements = new StatementSource(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String sql = statements.next(); sql != null; sql = statements.next()) {
                answers.write(advice.on(sql));
                answers.write('\n');
                // Somebody may be waiting for this answer before typing the next statement.
                answers.flush();
            }
        }
    }

    /**
     * The database that is asked for.
     *
     * @throws IllegalArgumentException saying how to call it right
     */
    static String dbSystem(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals(ANALYZE)) {
            throw wrongUse("The first argument has to be " + ANALYZE);
        }
        List<String> options = arguments.subList(1, arguments.size());
        if (options.isEmpty()) {
            return DIALECTS.get("unknown");
        }
        if (options.size() != 2 || !options.get(0).equals(DIALECT)) {
            throw wrongUse("What follows " + ANALYZE + " is not understood");
        }
        String dbSystem = DIALECTS.get(options.get(1).toLowerCase(Locale.ROOT));
        if (dbSystem == null) {
            throw wrongUse("No such dialect");
        }
        return dbSystem;
    }

    private static IllegalArgumentException wrongUse(String what) {
        return new IllegalArgumentException(what + ". Use: " + ANALYZE + " [" + DIALECT + " "
                + String.join("|", DIALECTS.keySet())
                + "], with statements on standard input, set apart by lines that hold"
                + " only " + StatementSource.SEPARATOR);
    }
}
