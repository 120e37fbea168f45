package com.footstone.audit.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The counts of a {@code stat} file of Linux. */
final class Ticks {

    static final int USER_TIME = 11;
    static final int SYSTEM_TIME = 12;
    static final int CHILDREN_SYSTEM_TIME = 14;

    private static final int PER_SECOND = 100;

    private Ticks() {}

    /** The sum of neighbouring fields, counted from the one after the name. */
    static long sum(Path stat, int from, int to) throws IOException {
        String line = Files.readString(stat);
        // The name of the program is in brackets and may hold anything.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = from; i <= to; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    static Duration duration(long ticks) {
        return Duration.ofMillis(ticks * 1000 / PER_SECOND);
    }
}
