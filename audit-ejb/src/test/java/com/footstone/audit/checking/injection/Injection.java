package com.footstone.audit.checking.injection;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.checking.injection.CorpusFiles.Payload;
import com.footstone.audit.checking.injection.CorpusFiles.Place;

/** Puts what is injected where input goes, so that the database still understands the statement. */
final class Injection {

    private Injection() {}

    /** The inputs that bring a payload into a place; empty if it does not fit. */
    static List<String> inputs(Place place, Payload payload, String text, Database database) {
        List<String> inputs = new ArrayList<>();
        switch (place.name()) {
            case "string" -> quoted("x", payload, text, database, inputs);
            case "like" -> quoted("x%", payload, text, database, inputs);
            case "insert" -> inserted(payload, text, database, inputs);
            case "number" -> unquoted("7", payload, text, database, inputs);
            case "inlist" -> inList(payload, text, database, inputs);
            default -> value(place.name().equals("limit") ? "10" : "id", payload, text, database, inputs);
        }
        return inputs;
    }

    private static void quoted(String value, Payload payload, String text, Database database, List<String> inputs) {
        if (payload.form().equals("value")) {
            return;
        }
        for (String end : ends(database)) {
            inputs.add(value + "' " + text + end);
        }
        if (payload.form().equals("tail")) {
            inputs.add(
                    text.endsWith("'")
                            ? value + "' " + text.substring(0, text.length() - 1)
                            : value + "' " + text + " AND 'q'='q");
        }
    }

    private static void unquoted(String value, Payload payload, String text, Database database, List<String> inputs) {
        switch (payload.form()) {
            case "tail" -> {
                inputs.add(value + " " + text);
                inputs.add(value + " " + text + ends(database).get(0));
            }
            case "rest" -> ends(database).forEach(end -> inputs.add(value + " " + text + end));
            default -> inputs.add(text);
        }
    }

    private static void inList(Payload payload, String text, Database database, List<String> inputs) {
        switch (payload.form()) {
            case "tail" -> {
                inputs.add("7) " + text + ends(database).get(0));
                inputs.add("7) " + text + " AND 4 IN (4");
            }
            case "rest" -> inputs.add("7) " + text + ends(database).get(0));
            default -> inputs.add(text);
        }
    }

    private static void inserted(Payload payload, String text, Database database, List<String> inputs) {
        boolean stacked = payload.technique().equals("stacked") || text.startsWith(";");
        if (payload.form().equals("value")) {
            String glue = database == Database.SQL_SERVER ? "+" : database == Database.MYSQL ? "-" : "||";
            inputs.add("x'" + glue + text + glue + "'");
        } else if (stacked) {
            inputs.add("x', 'y') " + text + ends(database).get(0));
        } else if (payload.form().equals("tail") && database == Database.MYSQL) {
            inputs.add("x' " + text + " AND '1");
        }
    }

    private static void value(String value, Payload payload, String text, Database database, List<String> inputs) {
        boolean stacked = text.startsWith(";");
        if (payload.form().equals("value")) {
            inputs.add(text);
        } else if (stacked || (value.equals("10") && payload.technique().equals("union"))) {
            inputs.add(value + " " + text + ends(database).get(0));
        }
    }

    private static List<String> ends(Database database) {
        return database == Database.MYSQL ? List.of(" -- ", "#", " -- z") : List.of(" -- ", "--", " --z");
    }
}
