package com.footstone.audit.intake.decode;

/** Ends the reading of a record. Never leaves the package; it has no stack trace, because floods of bad records occur. */
final class Rejection extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Rejection(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
