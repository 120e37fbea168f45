package com.footstone.audit.model;

/** Whether a statement has a part. {@code UNKNOWN} is an answer of its own: what could not be read is not absent. */
public enum Presence {
    PRESENT,
    ABSENT,
    UNKNOWN
}
