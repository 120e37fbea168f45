package com.footstone.audit.detect.detectors;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some hours of a day, in UTC.
 *
 * @param bits bit 0 is the hour after midnight
 */
record Hours(int bits) {

    private static final int OF_A_DAY = 24;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static Hours of(int bits) {
        return new Hours(bits);
    }

    /** Whether an hour belongs to a Saturday or a Sunday. */
    static boolean isWeekend(Instant hour) {
        DayOfWeek day = hour.atOffset(ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    /** An hour as people say it, such as {@code Sun 03:00}. */
    static String text(Instant hour) {
        OffsetDateTime time = hour.atOffset(ZoneOffset.UTC);
        return time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + CLOCK.format(time);
    }

    /** How many they are. */
    int number() {
        return Integer.bitCount(bits);
    }

    /** How many hours lie between an hour and the nearest of these, around midnight too; 24 if there are none. */
    int distance(Instant hour) {
        int asked = hour.atOffset(ZoneOffset.UTC).getHour();
        return IntStream.range(0, OF_A_DAY)
                .filter(this::has)
                .map(one -> Math.abs(one - asked))
                .map(apart -> Math.min(apart, OF_A_DAY - apart))
                .min()
                .orElse(OF_A_DAY);
    }

    private boolean has(int hour) {
        return ((bits >> hour) & 1) != 0;
    }

    /** Their numbers, such as {@code 8 9 17}; {@code none} if there are none. */
    @Override
    public String toString() {
        return bits == 0
                ? "none"
                : IntStream.range(0, OF_A_DAY)
                        .filter(this::has)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
    }
}
