package com.footstone.audit.query;

import jakarta.ejb.ApplicationException;

/**
 * A store could not be reached, had no time, or is not set up yet: the same question may be answered later. The message
 * names store and reason; it has no cause, since a driver's message may quote the statement and its values.
 */
@ApplicationException(rollback = true)
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Store store;
    private final String reason;

    /**
     * @param reason why, readable after the store's name ("refuses connections")
     */
    public StoreUnavailableException(Store store, String reason) {
        super(store.title() + " " + reason);
        this.store = store;
        this.reason = reason;
    }

    /** Why, readable after the store's name. */
    public String reason() {
        return reason;
    }

    /** The store that did not answer. */
    public Store store() {
        return store;
    }
}
