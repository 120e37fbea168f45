package com.footstone.audit.intake;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double from a first one up to a longest one, each shortened at random by up to a half so that instances do
 * not return to a recovering store all at once. Not safe for use by several threads.
 */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration current;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.current = first;
    }

    Duration next() {
        Duration full = current;
        Duration doubled = current.multipliedBy(2);
        current = doubled.compareTo(longest) < 0 ? doubled : longest;
        return full.multipliedBy(ThreadLocalRandom.current().nextInt(50, 101)).dividedBy(100);
    }

    void reset() {
        current = first;
    }
}
