package com.footstone.audit.model.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The 9th of January 2026 is a Friday. Berlin is an hour ahead then. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-09T20:59:59Z, false",
        "2026-01-09T21:00:00Z, true",
        "2026-01-10T04:59:59Z, true",
        "2026-01-10T05:00:00Z, false",
        "2026-01-09T04:00:00Z, false",
        "2026-01-10T21:00:00Z, false",
    })
    void aNightBelongsToTheDayThatItBeganOn(Instant moment, boolean covered) {
        Hours fridayNight = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(DayOfWeek.FRIDAY), BERLIN);

        assertThat(fridayNight.cover(moment)).isEqualTo(covered);
    }

    @Test
    void theSameHourTwiceIsTheWholeDay() {
        Hours always = new Hours(LocalTime.of(6, 0), LocalTime.of(6, 0), Set.of(), BERLIN);

        for (int hour = 0; hour < 24; hour++) {
            assertThat(always.cover(Instant.parse("2026-01-09T00:00:00Z").plusSeconds(3600L * hour)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "06:00, 06:00, '', true",
        "00:00, 23:59, '', true",
        "00:00, 23:59:59.999999999, '', true",
        "12:00, 11:59, '', true",
        "06:00, 06:00, 'MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY', true",
        "06:00, 06:00, 'MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY', false",
        "00:00, 23:58, '', false",
        "06:00, 06:01, '', false",
        "22:00, 06:00, '', false",
    })
    void hoursAroundTheClockLeaveNothingOut(LocalTime from, LocalTime to, String days, boolean always) {
        Set<DayOfWeek> begun = Stream.of(days.split(" "))
                .filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());

        assertThat(new Hours(from, to, begun, BERLIN).always()).isEqualTo(always);
    }

    @Test
    void aDayEndsBeforeItsEnd() {
        Hours office = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(), ZoneId.of("UTC"));

        assertThat(office.cover(Instant.parse("2026-01-09T09:00:00Z"))).isTrue();
        assertThat(office.cover(Instant.parse("2026-01-09T17:00:00Z"))).isFalse();
        assertThat(office.cover(Instant.parse("2026-01-09T08:59:59Z"))).isFalse();
    }
}
