package com.footstone.audit.dev.shop;

import java.time.Duration;
import java.util.Objects;

/**
 * How much the shop is to do, and how fast. A run ends when everything has been done, or when its time is over.
 *
 * @param operations how many ordinary transactions there are in all, or {@link #UNLIMITED}
 * @param ratePerSecond how many of them begin each second, over 0; infinite for as fast as they go
 * @param accidentRounds how often every accident happens, or {@link #UNLIMITED}
 * @param accidentsEvery time from the beginning of one round of accidents to that of the next; the first begins at once
 * @param duration after this, nothing new begins
 */
public record ShopPlan(
        long operations, double ratePerSecond, long accidentRounds, Duration accidentsEvery, Duration duration) {

    /** More than will ever be done. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Longer than anyone will wait. */
    public static final Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

    public ShopPlan {
        require(operations >= 0, "operations is less than 0");
        require(ratePerSecond > 0, "ratePerSecond is not more than 0");
        require(accidentRounds >= 0, "accidentRounds is less than 0");
        Objects.requireNonNull(accidentsEvery, "accidentsEvery is null");
        Objects.requireNonNull(duration, "duration is null");
        require(!accidentsEvery.isNegative(), "accidentsEvery is negative");
        require(!duration.isNegative() && duration.compareTo(ENDLESS) <= 0, "duration is negative or over 292 years");
    }

    /** A number of transactions and rounds of accidents, as fast as they go: the same seed gives the same ledger. */
    public static ShopPlan counted(long operations, long accidentRounds) {
        return new ShopPlan(operations, Double.POSITIVE_INFINITY, accidentRounds, Duration.ZERO, ENDLESS);
    }

    /** Transactions at a steady rate for some time, with accidents again and again. */
    public static ShopPlan timed(Duration duration, double ratePerSecond, Duration accidentsEvery) {
        return new ShopPlan(UNLIMITED, ratePerSecond, UNLIMITED, accidentsEvery, duration);
    }

    private static void require(boolean fulfilled, String fault) {
        if (!fulfilled) {
            throw new IllegalArgumentException(fault);
        }
    }
}
