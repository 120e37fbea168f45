package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GapPlaceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);

    @Test
    void aGapLiesBetweenTheEventsAroundIt() {
        assertThat(gap(5).between(Map.of(4L, NOON.plusSeconds(60), 10L, NOON.plusSeconds(90))))
                .isEqualTo(new GapPlace(1, "p", 5, 9, NOON.plusSeconds(60), NOON.plusSeconds(90)));
    }

    @Test
    void theEventsMayHaveBegunTheOtherWayRound() {
        assertThat(gap(5).between(Map.of(4L, NOON.plusSeconds(90), 10L, NOON.plusSeconds(60))))
                .isEqualTo(new GapPlace(1, "p", 5, 9, NOON.plusSeconds(60), NOON.plusSeconds(90)));
    }

    @Test
    void anEndThatIsNotKnownStays() {
        assertThat(gap(5).between(Map.of(4L, NOON.plusSeconds(60))))
                .isEqualTo(new GapPlace(1, "p", 5, 9, NOON.plusSeconds(60), ONE));
        assertThat(gap(5).between(Map.of())).isEqualTo(gap(5));
    }

    @Test
    void theFirstGapLiesAtTheEventAboveIt() {
        assertThat(gap(0).between(Map.of(10L, NOON.plusSeconds(60))))
                .isEqualTo(new GapPlace(1, "p", 0, 9, NOON.plusSeconds(60), NOON.plusSeconds(60)));
    }

    private static GapPlace gap(long first) {
        return new GapPlace(1, "p", first, 9, NOON, ONE);
    }
}
