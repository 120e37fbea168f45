package com.footstone.audit.web.problem;

/** What is asked for by its id does not exist, or no longer. */
public final class NotKeptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what a noun for what was asked for, such as "event"
     */
    public NotKeptException(String what) {
        super("There is no such " + what + ": it never was, or it is older than what is kept");
    }
}
