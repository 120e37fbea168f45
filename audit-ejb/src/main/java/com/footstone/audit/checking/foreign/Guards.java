package com.footstone.audit.checking.foreign;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Makes the guards of rules.
 *
 * @param earnest threads for what is judged in earnest
 * @param trials threads for dry runs and for questions whether thresholds are accepted; what is lost there is lost to
 *     nobody else
 */
record Guards(GuardSettings settings, Executor earnest, Executor trials) {

    Guards {
        Objects.requireNonNull(settings, "settings is null");
        Objects.requireNonNull(earnest, "earnest is null");
        Objects.requireNonNull(trials, "trials is null");
    }

    /** The guard of a rule. */
    Guard inEarnest(String rule) {
        return new Guard(rule, settings, earnest);
    }

    /** A guard for one trial of a rule, which switches it off for that trial alone. */
    Guard onTrial(String rule) {
        return Guard.onTrial(rule, settings, trials);
    }
}
