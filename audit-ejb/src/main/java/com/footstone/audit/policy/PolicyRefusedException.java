package com.footstone.audit.policy;

import jakarta.ejb.ApplicationException;

/** The policy cannot be changed like this as things are. The message says why and what to do. */
@ApplicationException(rollback = true)
public final class PolicyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PolicyRefusedException(String message) {
        super(message);
    }
}
