package com.footstone.audit.capture.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

import com.footstone.audit.model.SqlEvent;

/** The ids of statements, kept for the texts met last: an application runs few of them, over and over. For one thread. */
final class StatementIds {

    static final int MAX_TEXTS = 500;
    /** Longer texts are seldom met again, and would fill the memory of the application. */
    static final int MAX_CHARACTERS = 4096;

    private final Map<String, String> ids = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_TEXTS;
        }
    };

    String of(SqlEvent event) {
        return event.sql().length() > MAX_CHARACTERS
                ? event.sqlId()
                : ids.computeIfAbsent(event.sql(), sql -> event.sqlId());
    }

    int kept() {
        return ids.size();
    }
}
