package com.footstone.audit.sink;

import jakarta.ejb.ApplicationException;

/** The partition has a newer owner: whoever gets this must stop working on it and write nothing more for it. */
@ApplicationException(rollback = true)
public class FencedException extends Exception {

    private static final long serialVersionUID = 1L;

    public FencedException(BatchRange range, long epoch) {
        super("Batch " + range.token() + " belongs to ownership " + epoch + ", which is over");
    }
}
