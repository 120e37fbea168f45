package com.footstone.audit.sink;

import java.sql.SQLException;
import java.util.Optional;

/** ClickHouse is the store that could not be brought to the schema, or asked for it. */
public final class ClickHouseSchemaException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** The schema is not one that this version can work with; the message says why and what to do. */
    ClickHouseSchemaException(String refusal) {
        super(refusal);
    }

    /** The driver's message is left where it is: it may quote a statement. */
    ClickHouseSchemaException(Exception cause) {
        super("ClickHouse's schema", cause instanceof SQLException sql ? sql.getSQLState() : null, cause);
    }

    /** Why this version cannot work with the schema, for people; empty if ClickHouse itself failed. */
    public Optional<String> refusal() {
        return getCause() == null ? Optional.of(getMessage()) : Optional.empty();
    }
}
