package com.footstone.audit.sink.anomaly;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.sink.anomaly.Schedule.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Schedule completeUntil(Instant time) {
        return new Schedule(MINUTE, time, Duration.ofHours(1));
    }

    @Test
    void beginsWithTheNextWholeWindow() {
        assertThat(completeUntil(NOON.plusSeconds(59)).beginning()).isEqualTo(NOON);
        assertThat(completeUntil(NOON.plusSeconds(60)).beginning()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aWindowIsDueWhenItIsComplete() {
        assertThat(completeUntil(NOON.plusMillis(59_999)).next(NOON)).isEmpty();
        assertThat(completeUntil(NOON.plusSeconds(60)).next(NOON))
                .contains(new Turn(new Window(NOON, NOON.plusSeconds(60)), 0));
        assertThat(completeUntil(NOON.minusSeconds(60)).next(NOON)).isEmpty();
    }

    @Test
    void afterAStandstillWindowsFollowOneByOne() {
        assertThat(completeUntil(NOON.plus(Duration.ofMinutes(50))).next(NOON))
                .contains(new Turn(new Window(NOON, NOON.plusSeconds(60)), 0));
    }

    @Test
    void whatIsTooLongAgoIsSkippedAndCounted() {
        Instant later = NOON.plus(Duration.ofHours(3)).plusSeconds(30);
        Instant first = NOON.plus(Duration.ofMinutes(121));

        assertThat(completeUntil(later).next(NOON)).contains(new Turn(new Window(first, first.plusSeconds(60)), 121));
        assertThat(completeUntil(NOON.plus(Duration.ofHours(1))).next(NOON))
                .contains(new Turn(new Window(NOON, NOON.plusSeconds(60)), 0));
    }

    @Test
    void aChangedLengthGoesOnWhereTheOldOneEnded() {
        Instant judged = NOON.plusSeconds(60);
        Schedule fives = new Schedule(Duration.ofMinutes(5), NOON.plusSeconds(600), Duration.ofHours(1));

        assertThat(fives.next(judged)).contains(new Turn(new Window(judged, judged.plusSeconds(300)), 0));
    }
}
