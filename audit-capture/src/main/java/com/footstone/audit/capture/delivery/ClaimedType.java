package com.footstone.audit.capture.delivery;

import java.util.Locale;

import com.footstone.audit.model.SqlType;

/** What a statement's first word says it is. Analysis is the service's work; this is only the claim the event carries. */
final class ClaimedType {

    private ClaimedType() {}

    static SqlType of(String sql) {
        int start = firstWord(sql);
        int end = start;
        while (end < sql.length() && Character.isLetter(sql.charAt(end)) && end - start <= 6) {
            end++;
        }
        return switch (sql.substring(start, end).toUpperCase(Locale.ROOT)) {
            case "SELECT" -> SqlType.SELECT;
            case "INSERT" -> SqlType.INSERT;
            case "UPDATE" -> SqlType.UPDATE;
            case "DELETE" -> SqlType.DELETE;
            default -> SqlType.UNKNOWN;
        };
    }

    private static int firstWord(String sql) {
        int at = 0;
        while (at < sql.length()) {
            if (sql.startsWith("--", at)) {
                at = after(sql, "\n", at);
            } else if (sql.startsWith("/*", at)) {
                at = after(sql, "*/", at + 2);
            } else if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '(') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static int after(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }
}
