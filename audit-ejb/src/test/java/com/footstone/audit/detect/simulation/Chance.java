package com.footstone.audit.detect.simulation;

import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;

/** Chance that comes out the same each time, and for each question on its own: what is planted changes nothing else. */
final class Chance {

    private static final long SEED = 20_261_122;
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private Chance() {}

    /** Numbers that depend on nothing but what is named. */
    static Random of(Object... named) {
        return new Random(new SplittableRandom(SEED + Objects.hash(named)).nextLong());
    }

    static boolean once(double probability, Object... named) {
        return of(named).nextDouble() < probability;
    }

    static int below(int bound, Object... named) {
        return of(named).nextInt(bound);
    }

    /** What Kubernetes appends to names. */
    static String suffix(int length, Object... named) {
        Random random = of(named);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
