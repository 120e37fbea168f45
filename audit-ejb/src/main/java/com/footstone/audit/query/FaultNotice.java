package com.footstone.audit.query;

/** Tells the log of a store's fault once, and not again until it is over. For one thread. */
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
            log.log(
                    System.Logger.Level.WARNING,
                    "{0}, which is tried again: a store {1}",
                    complaint,
                    StoreFault.behind(failure).reason());
        }
        told = true;
    }

    /** It has succeeded: the next fault is news. */
    public void over() {
        told = false;
    }
}
