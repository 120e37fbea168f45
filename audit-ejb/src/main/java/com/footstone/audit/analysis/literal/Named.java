package com.footstone.audit.analysis.literal;

/** Knows the name that a value belongs to. Asked only when something depends on it, which is seldom. */
@FunctionalInterface
public interface Named {

    /** The name of the column, the parameter or the like; empty if there is none. */
    String name();
}
