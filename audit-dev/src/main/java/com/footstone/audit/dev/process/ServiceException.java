package com.footstone.audit.dev.process;

/** A development service cannot be had. The message names the service, what was wrong, and what to do next. */
public final class ServiceException extends RuntimeException {

    public ServiceException(String message) {
        super(message);
    }

    public ServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
