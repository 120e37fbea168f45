package com.footstone.audit.dev.clickhouse;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.jna.Pointer;

/** One session of the engine. It runs one statement at a time: callers take turns. */
final class Session implements AutoCloseable {

    private final ChdbLibrary library;
    private final Pointer owner;
    private final Pointer connection;
    private String database = "default";
    private Set<String> changedSettings = Set.of();

    Session(ChdbLibrary library, Pointer owner) {
        this.library = library;
        this.owner = owner;
        this.connection = owner.getPointer(0);
    }

    /** Runs a statement whose answer, if any, is not wanted. */
    void run(String sql) throws EngineException {
        query(bytes(sql), "TabSeparated", Map.of()).close();
    }

    /** Runs a statement and answers its first value as text. */
    String value(String sql) throws EngineException {
        try (EngineResult result = query(bytes(sql), "TabSeparatedRaw", Map.of())) {
            return new String(result.head(4096), StandardCharsets.UTF_8).strip();
        }
    }

    /** Makes {@code name} the database of unqualified names. */
    void use(String name) throws EngineException {
        if (!name.equals(database)) {
            run("USE `" + name.replace("\\", "\\\\").replace("`", "\\`") + "`");
            database = name;
        }
    }

    /** Names of the settings that are not as they were when the session was opened. */
    Set<String> changedSettings() {
        return changedSettings;
    }

    /**
     * Sets settings, in one statement.
     *
     * @param assignments by name, as SQL
     * @param changed the names that are not put back by it
     */
    void changeSettings(Map<String, String> assignments, Set<String> changed) throws EngineException {
        run(assignments.entrySet().stream()
                .map(assignment -> assignment.getKey() + " = " + assignment.getValue())
                .collect(Collectors.joining(", ", "SET ", "")));
        changedSettings = Set.copyOf(changed);
    }

    /** Runs a statement to its end. */
    EngineResult query(byte[] sql, String format, Map<String, String> parameters) throws EngineException {
        Parameters bound = new Parameters(parameters);
        byte[] formatName = bytes(format);
        Pointer result = library.queryWithParamsN(
                connection,
                sql,
                sql.length,
                formatName,
                formatName.length,
                bound.names(),
                bound.nameLengths(),
                bound.values(),
                bound.valueLengths(),
                bound.count());
        return EngineResult.take(library, result);
    }

    /** Starts a SELECT whose rows are fetched piece by piece. */
    RowStream stream(byte[] sql, String format, Map<String, String> parameters) throws EngineException {
        Parameters bound = new Parameters(parameters);
        byte[] formatName = bytes(format);
        Pointer stream = library.streamQueryWithParamsN(
                connection,
                sql,
                sql.length,
                formatName,
                formatName.length,
                bound.names(),
                bound.nameLengths(),
                bound.values(),
                bound.valueLengths(),
                bound.count());
        return RowStream.take(library, connection, stream);
    }

    /** Starts an INSERT; its rows follow in {@code format}. */
    InsertStream insert(String sql, String format) throws EngineException {
        byte[] text = bytes(sql);
        byte[] formatName = bytes(format);
        return InsertStream.take(
                library, library.streamInsertN(connection, text, text.length, formatName, formatName.length));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        library.closeConn(owner);
    }
}
