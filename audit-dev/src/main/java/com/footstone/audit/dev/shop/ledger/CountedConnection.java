package com.footstone.audit.dev.shop.ledger;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** A connection whose statements are counted. */
final class CountedConnection extends Forwarding {

    private final Ledger ledger;

    private CountedConnection(Connection target, Ledger ledger) {
        super(target);
        this.ledger = ledger;
    }

    static Connection of(Connection connection, Ledger ledger) {
        return standIn(Connection.class, new CountedConnection(connection, ledger));
    }

    @Override
    Object call(Object self, Method method, Object[] arguments) throws Throwable {
        Object result = forward(method, arguments);
        Connection connection = (Connection) self;
        return switch (method.getName()) {
            case "createStatement" -> CountedStatement.of(Statement.class, result, null, connection, ledger);
            case "prepareStatement" ->
                CountedStatement.of(PreparedStatement.class, result, (String) arguments[0], connection, ledger);
            case "prepareCall" ->
                CountedStatement.of(CallableStatement.class, result, (String) arguments[0], connection, ledger);
            default -> result;
        };
    }
}
