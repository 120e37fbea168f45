package com.footstone.audit.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement with a question mark for each value, and the values.
 *
 * @param text the statement; made of constants only
 * @param values the values in the order of their marks
 */
record BoundSql(String text, List<Object> values) {

    BoundSql {
        values = List.copyOf(values);
    }

    void bind(PreparedStatement statement) throws SQLException {
        int index = 0;
        for (Object value : values) {
            statement.setObject(++index, value);
        }
    }

    @Override
    public String toString() {
        return "BoundSql[" + text + ", " + values.size() + " values]";
    }
}
