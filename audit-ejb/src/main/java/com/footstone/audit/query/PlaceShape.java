package com.footstone.audit.query;

import java.util.List;

import com.footstone.audit.model.anomaly.Subject;

/**
 * A statement that one place of an application executed in a window.
 *
 * @param subject the application and the statement
 * @param place the application's name for the statement, such as a mapper method
 * @param kind what the statement does
 * @param tables those that it reads or changes
 * @param constructs what else it has of what is added to statements: UNION, OR, SECOND STATEMENT
 * @param executions how often
 * @param executed when the first and the last were executed
 */
public record PlaceShape(
        Subject subject,
        String place,
        String kind,
        List<String> tables,
        List<String> constructs,
        long executions,
        Span executed) {

    public PlaceShape {
        tables = List.copyOf(tables);
        constructs = List.copyOf(constructs);
    }
}
