package com.footstone.audit.web.request;

/** A number in an address. */
public final class NumberText {

    private NumberText() {}

    /**
     * The number.
     *
     * @param name of what it is the number of
     * @throws InvalidParameterException if it is none
     */
    public static long parse(String name, String text) {
        return new ParameterText(name, text).number(1, Integer.MAX_VALUE, 1);
    }
}
