package com.footstone.audit.dev.shop.ledger;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.model.StatementKind;

/** A statement, plain or prepared, whose executions and result rows are counted. */
final class CountedStatement extends Forwarding {

    private final Statement target;
    private final StatementKind preparedKind;
    private final Connection connection;
    private final Ledger ledger;
    private final List<StatementKind> batch = new ArrayList<>();
    private StatementKind lastKind;

    private CountedStatement(Statement target, String preparedSql, Connection connection, Ledger ledger) {
        super(target);
        this.target = target;
        this.preparedKind = preparedSql == null ? null : LeadingKind.of(preparedSql);
        this.connection = connection;
        this.ledger = ledger;
    }

    /** @param preparedSql the statement's text, or {@code null} if it comes with each execution */
    static <T extends Statement> T of(
            Class<T> type, Object statement, String preparedSql, Connection connection, Ledger ledger) {
        return standIn(type, new CountedStatement((Statement) statement, preparedSql, connection, ledger));
    }

    @Override
    Object call(Object self, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> execute(self, method, arguments);
            case "addBatch" -> addToBatch(method, arguments);
            case "clearBatch" -> clearBatch(method, arguments);
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, arguments);
            case "getResultSet" -> counted(self, forward(method, arguments));
            case "getConnection" -> connection;
            default -> forward(method, arguments);
        };
    }

    private Object execute(Object self, Method method, Object[] arguments) throws Throwable {
        lastKind = kind(arguments);
        Object result;
        try {
            result = forward(method, arguments);
        } catch (SQLException e) {
            ledger.failed(lastKind, e.getSQLState());
            throw e;
        }
        ledger.executed(lastKind, rowsAffected(result));
        return counted(self, result);
    }

    private long rowsAffected(Object result) throws SQLException {
        if (result instanceof Number count) {
            return count.longValue();
        }
        boolean hasUpdateCount = Boolean.FALSE.equals(result);
        return hasUpdateCount ? Math.max(0, target.getLargeUpdateCount()) : 0;
    }

    private Object addToBatch(Method method, Object[] arguments) throws Throwable {
        Object result = forward(method, arguments);
        batch.add(kind(arguments));
        return result;
    }

    private Object clearBatch(Method method, Object[] arguments) throws Throwable {
        Object result = forward(method, arguments);
        batch.clear();
        return result;
    }

    private Object executeBatch(Method method, Object[] arguments) throws Throwable {
        List<StatementKind> entries = List.copyOf(batch);
        batch.clear();
        try {
            Object counts = forward(method, arguments);
            for (int i = 0; i < entries.size(); i++) {
                ledger.executed(entries.get(i), Math.max(0, Array.getLong(counts, i)));
            }
            return counts;
        } catch (BatchUpdateException e) {
            entries.forEach(kind -> ledger.failed(kind, e.getSQLState()));
            throw e;
        }
    }

    private StatementKind kind(Object[] arguments) {
        return arguments == null || preparedKind != null ? preparedKind : LeadingKind.of((String) arguments[0]);
    }

    private Object counted(Object self, Object result) {
        return result instanceof ResultSet rows ? CountedRows.of(rows, (Statement) self, lastKind, ledger) : result;
    }
}
