package com.footstone.audit.checking.declared;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.config.ValueType;

/**
 * A part of every day.
 *
 * @param from the first moment that belongs to it
 * @param to the first that does not; before {@code from} if midnight lies between
 */
record TimeOfDay(LocalTime from, LocalTime to) {

    static final ValueType<TimeOfDay> TYPE =
            new ValueType<>("time of day", "two times of day that differ, such as 22:00-06:00", TimeOfDay::read);

    TimeOfDay {
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
    }

    private static Optional<TimeOfDay> read(String text) {
        String[] ends = text.split("-", -1);
        try {
            return Optional.of(ends)
                    .filter(both -> both.length == 2)
                    .map(both -> new TimeOfDay(LocalTime.parse(both[0].strip()), LocalTime.parse(both[1].strip())))
                    .filter(span -> !span.from.equals(span.to));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean contains(LocalTime time) {
        boolean started = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? started && !ended : started || !ended;
    }
}
