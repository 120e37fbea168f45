package com.footstone.audit.sink;

import java.sql.SQLException;

/** ClickHouse is the store that could not be brought to the schema, or asked for it. */
public final class ClickHouseSchemaException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** The driver's message is left where it is: it may quote a statement. */
    ClickHouseSchemaException(Exception cause) {
        super("ClickHouse's schema", cause instanceof SQLException sql ? sql.getSQLState() : null, cause);
    }
}
