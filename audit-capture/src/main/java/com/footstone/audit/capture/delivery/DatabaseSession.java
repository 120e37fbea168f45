package com.footstone.audit.capture.delivery;

import com.footstone.audit.model.SqlEvent;

/**
 * The database end of a physical connection. Texts longer than an event admits are cut.
 *
 * @param dbSystem OpenTelemetry {@code db.system.name}, or {@code null} if not known
 * @param dbName the database, or {@code null} if not known
 * @param dbUser the database's user, or {@code null} if not known
 * @param sessionId the database's own id of the session, or a generated one
 */
public record DatabaseSession(String dbSystem, String dbName, String dbUser, String sessionId) {

    public DatabaseSession {
        dbSystem = cut(dbSystem);
        dbName = cut(dbName);
        dbUser = cut(dbUser);
        sessionId = cut(sessionId);
    }

    private static String cut(String text) {
        return text == null || text.length() <= SqlEvent.MAX_NAME_LENGTH
                ? text
                : text.substring(0, SqlEvent.MAX_NAME_LENGTH);
    }
}
