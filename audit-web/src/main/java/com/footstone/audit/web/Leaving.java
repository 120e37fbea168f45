package com.footstone.audit.web;

/** Whether the instance was told to end, and ends in a moment. Whoever starts the server says so, by a system property. */
public final class Leaving {

    private static final String PROPERTY = "com.footstone.audit.leaving";

    private Leaving() {}

    public static boolean now() {
        return Boolean.getBoolean(PROPERTY);
    }
}
