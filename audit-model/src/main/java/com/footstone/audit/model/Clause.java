package com.footstone.audit.model;

/** The part of a statement in which a column is used. */
public enum Clause {
    SELECTED,
    FILTERED,
    JOINED,
    GROUPED,
    ORDERED,
    ASSIGNED
}
