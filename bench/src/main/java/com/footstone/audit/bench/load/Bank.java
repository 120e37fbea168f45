package com.footstone.audit.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import javax.sql.DataSource;

/** A workload of plain JDBC: money moves between accounts, by short transactions of prepared statements. */
public final class Bank {

    private static final int ACCOUNTS = 10_000;
    private static final int TELLERS = 100;
    private static final int STATEMENT_LINES = 20;

    private Bank() {}

    /** Makes the tables anew, in the schema that the data source is set to. */
    public static void install(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists account, teller, movement");
            statement.execute(
                    "create table account (id int primary key, holder text not null, balance bigint not null)");
            statement.execute("create table teller (id int primary key, balance bigint not null)");
            statement.execute("create table movement (id bigint generated always as identity primary key,"
                    + " teller_id int not null, account_id int not null, amount bigint not null, made_at timestamptz)");
            statement.execute("create index movement_by_account on movement (account_id, id desc)");
            statement.execute(
                    "insert into account select n, 'holder ' || n, 0 from generate_series(1, " + ACCOUNTS + ") n");
            statement.execute("insert into teller select n, 0 from generate_series(1, " + TELLERS + ") n");
        }
    }

    /** Moves money: three changes and two questions in one transaction. The connection does not commit by itself. */
    public static void transact(Connection connection, Random random) throws SQLException {
        int account = 1 + random.nextInt(ACCOUNTS);
        int teller = 1 + random.nextInt(TELLERS);
        long amount = random.nextInt(10_000) - 5_000L;
        update(connection, "update account set balance = balance + ? where id = ?", amount, account);
        query(connection, "select balance from account where id = ?", account);
        update(connection, "update teller set balance = balance + ? where id = ?", amount, teller);
        update(
                connection,
                "insert into movement (teller_id, account_id, amount, made_at) values (?, ?, ?, now())",
                teller,
                account,
                amount);
        query(
                connection,
                "select m.id, m.amount, m.made_at, a.holder from movement m join account a on a.id = m.account_id"
                        + " where m.account_id = ? order by m.id desc limit " + STATEMENT_LINES,
                account);
        connection.commit();
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void query(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getLong(1);
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
