package com.footstone.audit.query;

import jakarta.ejb.ApplicationException;

/** A letter cannot be replayed as things are. The message says why and what to do, and holds nothing of the record. */
@ApplicationException(rollback = true)
public final class ReplayRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReplayRefusedException(String message) {
        super(message);
    }
}
