package com.footstone.audit.model.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which executions something applies to: those that meet every condition that is given; all of them if none is. A
 * condition of names is met by any of them, in any case of letters, with {@code *} for any characters, and never by an
 * execution that does not tell.
 *
 * @param tenants tenants
 * @param applications applications
 * @param databases databases
 * @param tables tables of which the statement must use at least one, with or without their schema
 * @param onlyTables tables beside which the statement must use no other, and must be understood in full
 * @param fingerprints fingerprints, 32 hexadecimal digits in lower case, without {@code *}
 * @param dbUsers the database's users
 * @param endUsers on whose behalf the application ran the statement
 * @param hours when it was executed, by the clock of who reported it
 */
public record Scope(
        List<String> tenants,
        List<String> applications,
        List<String> databases,
        List<String> tables,
        List<String> onlyTables,
        List<String> fingerprints,
        List<String> dbUsers,
        List<String> endUsers,
        Optional<Hours> hours) {

    /** Every execution. */
    public static final Scope EVERYTHING = new Scope(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /** Most names in one condition. */
    public static final int MAX_NAMES = 100;

    private static final int LONGEST_NAME = 1024;

    /** Of any name, or of any with a schema, whatever quotes are around it. */
    private static final Pattern ANY = Pattern.compile("[\"`\\[\\].\\s]*\\*[\"`\\[\\].\\s*]*");

    public Scope {
        tenants = names(tenants, "tenants");
        applications = names(applications, "applications");
        databases = names(databases, "databases");
        tables = names(tables, "tables");
        onlyTables = names(onlyTables, "onlyTables");
        fingerprints = names(fingerprints, "fingerprints");
        for (int i = 0; i < fingerprints.size(); i++) {
            Entries.fingerprint(fingerprints.get(i), "fingerprints[" + i + "]");
        }
        dbUsers = names(dbUsers, "dbUsers");
        endUsers = names(endUsers, "endUsers");
        Objects.requireNonNull(hours, "hours is null");
    }

    /** Whether there is no condition. */
    public boolean everything() {
        return hours.isEmpty() && namesByField().isEmpty();
    }

    /**
     * The first condition given, if none of them leaves anything out but what does not tell: each has a name of nothing but
     * {@code *}, or hours around the clock.
     *
     * @return the name of its field; nothing if some condition leaves something out, or if none is given
     */
    public Optional<String> metByAll() {
        Map<String, List<String>> given = namesByField();
        if (hours.filter(part -> !part.always()).isPresent()
                || !given.values().stream().allMatch(Scope::metByAnyName)) {
            return Optional.empty();
        }
        return given.keySet().stream().findFirst().or(() -> hours.map(part -> "hours"));
    }

    private static boolean metByAnyName(List<String> names) {
        return names.stream().anyMatch(name -> ANY.matcher(name).matches());
    }

    /** The conditions of names that are given. */
    private Map<String, List<String>> namesByField() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("tenants", tenants);
        names.put("applications", applications);
        names.put("databases", databases);
        names.put("tables", tables);
        names.put("onlyTables", onlyTables);
        names.put("fingerprints", fingerprints);
        names.put("dbUsers", dbUsers);
        names.put("endUsers", endUsers);
        names.values().removeIf(List::isEmpty);
        return names;
    }

    private static List<String> names(List<String> names, String field) {
        return Entries.texts(names, field, MAX_NAMES, LONGEST_NAME);
    }
}
