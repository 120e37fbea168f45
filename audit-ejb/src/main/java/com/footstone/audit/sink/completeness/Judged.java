package com.footstone.audit.sink.completeness;

/**
 * What a turn of judging brought to light.
 *
 * @param gaps stretches of numbers that were found missing
 * @param repeated events whose number had come before
 * @param dropped events that producers said they dropped
 * @param more whether there is more to judge right now
 */
public record Judged(long gaps, long repeated, long dropped, boolean more) {

    static final Judged NOTHING = new Judged(0, 0, 0, false);
}
