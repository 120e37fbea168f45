package com.footstone.audit.query;

import com.footstone.audit.config.ConfigurationException;

/** Tells the log once, and not again until it is over, why something cannot be done. For one thread. */
public final class FaultNotice {

    private final System.Logger log;
    private final String complaint;
    private boolean told;

    /**
     * @param log of who is kept from its work
     * @param complaint what cannot be done, as the beginning of a sentence
     */
    public FaultNotice(System.Logger log, String complaint) {
        this.log = log;
        this.complaint = complaint;
    }

    /** What is tried again has failed. */
    public void failed(Exception failure) {
        if (!told) {
            log.log(System.Logger.Level.WARNING, "{0}, which is tried again: {1}", complaint, reason(failure));
        }
        told = true;
    }

    /** Never by a message but of a configuration, which repeats no secret. */
    private static String reason(Exception failure) {
        if (failure instanceof ConfigurationException configured) {
            return configured.getMessage();
        }
        return StoreFault.known(failure)
                .map(fault -> "a store " + fault.reason())
                .orElseGet(() -> "it failed with " + failure.getClass().getName());
    }

    /** It has succeeded: the next fault is news. */
    public void over() {
        told = false;
    }
}
