package com.footstone.audit.faults.oracle;

/** What can be wrong in the end. */
public enum Trouble {
    /** An event that the table of events, a roll-up or a counter does not have. */
    LOST,
    /** An event that one of them has more than once. */
    TWICE,
    /** An event that was never sent, or is kept as another than was sent. */
    ALIEN,
    /** Another verdict than the statement deserves, or one that is incomplete. */
    VERDICT_WRONG,
    LETTER_MISSING,
    LETTER_TWICE,
    LETTER_WRONG,
    /** The chain of sealed batches has a gap, or seals another number of events than there are. */
    EVIDENCE_BROKEN,
    /** The service says that events of a producer are missing, or came twice, or not how many came. */
    COMPLETENESS_WRONG,
    /** A store, or the service, does not say what it holds. */
    UNREADABLE
}
