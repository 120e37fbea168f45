package com.footstone.audit.query;

/** Why it cannot be said of a range that it is complete. */
public enum Doubt {
    /** Numbers of a producer did not come. */
    MISSING,
    /** A producer says that it dropped events. */
    DROPPED,
    /** Different events came under the same number of a producer: one number for both is one too few. */
    AMBIGUOUS,
    /** Events came without a producer or a number. */
    UNTRACKED,
    /** A producer has sent nothing for longer than it may, and nobody knows what it did since. */
    SILENT,
    /** Numbers were overtaken a moment ago and may still come. */
    PENDING,
    /** The range ends after the time up to which all that Kafka held is stored. */
    UNSETTLED,
    /** The range begins before the time from which events are kept. */
    EXPIRED,
    /** Nobody is known who sent events then. */
    NOBODY
}
