package com.footstone.audit.intake;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void pausesDoubleUpToTheLongestAndAreShortenedByAHalfAtMost() {
        for (long full : new long[] {1000, 2000, 4000, 5000, 5000}) {
            assertThat(backoff.next().toMillis()).isBetween(full / 2, full);
        }
    }

    @Test
    void afterASuccessTheFirstPauseIsShortAgain() {
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
