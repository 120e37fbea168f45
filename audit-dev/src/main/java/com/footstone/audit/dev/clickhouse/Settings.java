package com.footstone.audit.dev.clickhouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Settings that hold for one request: sessions are shared, so the next request puts back what it does not set itself. */
final class Settings {

    /** The engine gives queries ids of its own, so the client's id travels here; KILL QUERY finds it. */
    static final String TAG = "log_comment";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final Map<String, String> values;

    Settings(Map<String, String> asked, String queryId) throws EngineException {
        values = new LinkedHashMap<>(asked);
        values.put(TAG, queryId);
        for (String name : values.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new EngineException(EngineException.UNKNOWN_SETTING, "Setting names hold letters, digits and _");
            }
        }
    }

    /**
     * Has them hold in a session, and those of the request before it no more. One statement does both, since a statement of
     * its own costs the engine as much as a small query.
     */
    void applyTo(Session session) throws EngineException {
        Map<String, String> assignments = new LinkedHashMap<>();
        session.changedSettings().forEach(name -> assignments.put(name, "DEFAULT"));
        values.forEach((name, value) -> assignments.put(name, quoted(value)));
        session.changeSettings(assignments, values.keySet());
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
