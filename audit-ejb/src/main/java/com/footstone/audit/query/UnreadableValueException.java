package com.footstone.audit.query;

import java.sql.SQLException;

/** A stored value is not of the shape that this version knows. The message says which, and never repeats it. */
final class UnreadableValueException extends SQLException {

    private static final long serialVersionUID = 1L;

    UnreadableValueException(String message) {
        super(message);
    }
}
