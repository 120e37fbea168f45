package com.footstone.audit.bench.load;

import java.util.Arrays;

/** Moments of one partition by offset from 0, in nanoseconds of this Java's clock. */
public final class SentTimes {

    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void keep(long offset, long sentAt) {
        if (offset >= nanos.length) {
            nanos = Arrays.copyOf(nanos, Math.max(nanos.length * 2, (int) offset + 1));
        }
        nanos[(int) offset] = sentAt;
        count = Math.max(count, (int) offset + 1);
    }

    /** The moments of some offsets, from the first up to and without the second; what was not confirmed yet is left out. */
    public synchronized long[] between(long from, long to) {
        return Arrays.stream(nanos, (int) from, (int) Math.max(from, Math.min(to, count)))
                .filter(sentAt -> sentAt != 0)
                .toArray();
    }

    /** The moment of an offset, or 0 if it was not confirmed yet. */
    synchronized long at(long offset) {
        return offset < count ? nanos[(int) offset] : 0;
    }
}
