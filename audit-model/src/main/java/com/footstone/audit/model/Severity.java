package com.footstone.audit.model;

/** How bad a finding is, from harmless to worst. The order of the constants is the order of severity. */
public enum Severity {
    SAFE(0),
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    /** The number that stores keep for it, 0 for {@link #SAFE} to 4 for {@link #CRITICAL}. */
    public int rank() {
        return rank;
    }

    /** The worse of two severities. */
    public Severity max(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
