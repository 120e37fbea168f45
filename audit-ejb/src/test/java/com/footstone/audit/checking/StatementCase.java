package com.footstone.audit.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.Statement;

/**
 * One case of {@code scenarios/statements}.
 *
 * @param database what an event calls the database
 * @param given the case as its file has it; nothing is expected where it names nothing
 */
record StatementCase(String database, JsonNode given) {

    private static final Set<String> KEYS = Set.of(
            "sql",
            "affected",
            "returned",
            "ms",
            "state",
            "error",
            "params",
            "schema",
            "settings",
            "finds",
            "complete",
            "kind",
            "reads",
            "writes");

    /**
     * Reads a case.
     *
     * @param item a statement alone, which is a clean one, or a map
     * @throws IllegalArgumentException if the case has a key that means nothing
     */
    static StatementCase of(String database, JsonNode item) {
        JsonNode given =
                item.isTextual() ? JsonNodeFactory.instance.objectNode().set("sql", item) : item;
        Set<String> unknown = new TreeSet<>();
        given.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty() || given.path("sql").asText().isBlank()) {
            throw new IllegalArgumentException(database + " has a case with no sql or with " + unknown + ": " + item);
        }
        return new StatementCase(database, given);
    }

    String sql() {
        return given.path("sql").asText();
    }

    /** Adds to the event what the case says of it besides its text. */
    SqlEventBuilder reported(SqlEventBuilder event) {
        ifGiven("affected", rows -> event.rowsAffected(rows.asLong()));
        ifGiven("returned", rows -> event.rowsReturned(rows.asLong()));
        ifGiven("ms", time -> event.executionTimeMs(time.asLong()));
        ifGiven("state", state -> event.sqlState(state.asText()));
        ifGiven("error", text -> event.errorMessage(text.asText()));
        ifGiven("schema", database -> event.dbName(database.asText()));
        ifGiven("params", values -> event.params(texts(values)));
        return event;
    }

    Map<String, String> settings() {
        return texts(given.path("settings"));
    }

    List<String> findings() {
        return list("finds");
    }

    boolean complete() {
        return given.path("complete").asBoolean(true);
    }

    /** What the case says of a statement, beside what is so where it does not. */
    Map<String, Object> expected() {
        Map<String, Object> expected = new TreeMap<>();
        ifGiven("kind", kind -> expected.put("kind", kind.asText()));
        ifGiven("reads", tables -> expected.put("reads", folded(list("reads"))));
        ifGiven("writes", tables -> expected.put("writes", folded(list("writes"))));
        return expected;
    }

    /** The same of what analysis found. */
    Map<String, Object> actual(Statement statement) {
        Map<String, Object> actual = new TreeMap<>();
        ifGiven("kind", kind -> actual.put("kind", statement.kind().name()));
        ifGiven("reads", tables -> actual.put("reads", folded(statement.tablesRead())));
        ifGiven("writes", tables -> actual.put("writes", folded(statement.tablesWritten())));
        return actual;
    }

    /** Names in one case of letters, for analysis folds those without quotes. */
    private static Set<String> folded(List<String> names) {
        Set<String> folded = new TreeSet<>();
        names.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        return folded;
    }

    private void ifGiven(String key, Consumer<JsonNode> use) {
        if (given.has(key)) {
            use.accept(given.get(key));
        }
    }

    private List<String> list(String key) {
        List<String> texts = new ArrayList<>();
        given.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new TreeMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    @Override
    public String toString() {
        return database + ": " + sql();
    }
}
