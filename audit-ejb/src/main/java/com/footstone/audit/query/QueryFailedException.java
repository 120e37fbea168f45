package com.footstone.audit.query;

/**
 * A store refused a question or its answer could not be read: a fault of this program or of what is stored. The message
 * names store and reason; it has no cause, since a driver's message may quote the statement and its values.
 */
public final class QueryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason why, readable after the store's name
     */
    public QueryFailedException(Store store, String reason) {
        super(store.title() + " " + reason);
        this.reason = reason;
    }

    /** Why, readable after the store's name. */
    public String reason() {
        return reason;
    }
}
