package com.footstone.audit.capture.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A result set that tells how far it has been read: to the furthest row the application has been on. Reading a row again
 * or going back counts nothing, so the count never exceeds the result.
 */
final class CountedResultSet extends ForwardedResultSet {

    /** Who learns how the result set is read. */
    interface Reader {

        /** Hears nothing: for rows that are not a statement's result, such as generated keys. */
        Reader NOBODY = new Reader() {};

        default void read(long rows) {}

        default void failed(Exception failure) {}

        default void exhausted() {}

        default void closing() {}

        default void closed() {}
    }

    private final Statement statement;
    private final Reader reader;
    private long position;
    private long furthest;

    /** @param statement the audited statement, which the application gets when it asks for the statement */
    CountedResultSet(ResultSet rows, Statement statement, Reader reader) {
        super(rows);
        this.statement = statement;
        this.reader = reader;
    }

    @Override
    public boolean next() throws SQLException {
        boolean onRow;
        try {
            onRow = rows.next();
        } catch (SQLException | RuntimeException e) {
            reader.failed(e);
            throw e;
        }
        if (onRow) {
            reach(position + 1);
        } else {
            reader.exhausted();
        }
        return onRow;
    }

    @Override
    public boolean previous() throws SQLException {
        return moved(rows.previous());
    }

    @Override
    public boolean first() throws SQLException {
        return moved(rows.first());
    }

    @Override
    public boolean last() throws SQLException {
        return moved(rows.last());
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        return moved(rows.absolute(row));
    }

    @Override
    public boolean relative(int count) throws SQLException {
        return moved(rows.relative(count));
    }

    @Override
    public void beforeFirst() throws SQLException {
        rows.beforeFirst();
        position = 0;
    }

    @Override
    public void afterLast() throws SQLException {
        rows.afterLast();
    }

    @Override
    public void close() throws SQLException {
        reader.closing();
        rows.close();
        reader.closed();
    }

    @Override
    public Statement getStatement() throws SQLException {
        return statement;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : rows.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || rows.isWrapperFor(type);
    }

    private boolean moved(boolean onRow) {
        if (onRow) {
            try {
                reach(rows.getRow());
            } catch (SQLException | RuntimeException e) {
                // The application moved without trouble and did not ask for the row number: it must not notice.
                reach(Math.max(position, 1));
            }
        }
        return onRow;
    }

    private void reach(long row) {
        position = row;
        if (row > furthest) {
            reader.read(row - furthest);
            furthest = row;
        }
    }
}
