package com.footstone.audit.dev.shop.ledger;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;

import com.footstone.audit.model.StatementKind;

/** A result set whose rows are counted as the application steps through them, forward and one by one. */
final class CountedRows extends Forwarding {

    private final Statement statement;
    private final StatementKind kind;
    private final Ledger ledger;

    private CountedRows(ResultSet target, Statement statement, StatementKind kind, Ledger ledger) {
        super(target);
        this.statement = statement;
        this.kind = kind;
        this.ledger = ledger;
    }

    static ResultSet of(ResultSet rows, Statement statement, StatementKind kind, Ledger ledger) {
        return standIn(ResultSet.class, new CountedRows(rows, statement, kind, ledger));
    }

    @Override
    Object call(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getStatement")) {
            return statement;
        }
        Object result = forward(method, arguments);
        if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
            ledger.rowRead(kind);
        }
        return result;
    }
}
