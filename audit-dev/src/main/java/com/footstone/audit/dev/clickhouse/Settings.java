package com.footstone.audit.dev.clickhouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings that hold for one request: set before it and put back after it, since sessions are shared. */
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

    void applyTo(Session session) throws EngineException {
        session.run(values.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + quoted(setting.getValue()))
                .collect(Collectors.joining(", ", "SET ", "")));
    }

    void resetIn(Session session) throws EngineException {
        session.run(values.keySet().stream()
                .map(name -> name + " = DEFAULT")
                .collect(Collectors.joining(", ", "SET ", "")));
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
