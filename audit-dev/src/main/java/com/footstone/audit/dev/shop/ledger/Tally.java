package com.footstone.audit.dev.shop.ledger;

/**
 * How often statements were executed, and with what effect.
 *
 * @param executions executions that were sent to the database, failed ones included; each entry of a batch is one
 * @param errors how many of them failed
 * @param rowsAffected sum of the update counts that JDBC reported; results that have none add nothing
 * @param rowsReturned rows that the application read from result sets; rows it left unread are not counted
 */
public record Tally(long executions, long errors, long rowsAffected, long rowsReturned) {

    /** Nothing was executed. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                executions + other.executions,
                errors + other.errors,
                rowsAffected + other.rowsAffected,
                rowsReturned + other.rowsReturned);
    }

    Tally minus(Tally other) {
        return new Tally(
                executions - other.executions,
                errors - other.errors,
                rowsAffected - other.rowsAffected,
                rowsReturned - other.rowsReturned);
    }
}
