package com.footstone.audit.web;

/** The refusals that addresses share, by the names that the contract has them under. */
public final class Refusals {

    public static final String INVALID = "InvalidParameter";
    public static final String UNAUTHENTICATED = "Unauthenticated";
    public static final String FORBIDDEN = "Forbidden";
    public static final String NOT_FOUND = "NotFound";
    public static final String CONFLICT = "Conflict";
    public static final String UNAVAILABLE = "StoreUnavailable";
    public static final String REPLAY_REFUSED = "ReplayRefused";
    public static final String POLICY_REFUSED = "PolicyRefused";

    static final String MEDIA_TYPE = "application/problem+json";

    private Refusals() {}
}
