package com.footstone.audit.model;

/** How bad a finding is, from harmless to worst. The order of the constants is the order of severity. */
public enum Severity {
    SAFE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The worse of two severities. */
    public Severity max(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
