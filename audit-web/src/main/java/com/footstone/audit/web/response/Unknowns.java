package com.footstone.audit.web.response;

import java.util.OptionalLong;

/** Values that may be unknown, as they are written. */
final class Unknowns {

    private Unknowns() {}

    static String text(String value) {
        return value.isEmpty() ? null : value;
    }

    static Long number(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
