package com.footstone.audit.intake.decode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads an ISO-8601 date and time with an offset, as in {@code 2026-11-21T10:15:30.123456789Z}: seconds may be left out,
 * one to nine digits of fraction are kept, the offset is {@code Z}, {@code +02:00}, {@code +0200} or {@code +02}. Written
 * out because every event has one, and the formatter of the JDK takes as long as the rest of the event.
 */
final class IsoTimestamp {

    private static final int SHORTEST = "2026-11-21T10:15Z".length();
    private static final int LONGEST = "2026-11-21T10:15:30.123456789+02:00".length();
    private static final int MAX_OFFSET_HOURS = 18;

    private final String text;
    private int at;

    private IsoTimestamp(String text) {
        this.text = text;
    }

    /** The instant of a text, or {@code null} if it is not of the form. */
    static Instant parse(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return null;
        }
        try {
            return new IsoTimestamp(text).read();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant read() {
        long day = date();
        expect('T');
        int hour = number(2, 23);
        expect(':');
        int minute = number(2, 59);
        int second = 0;
        int nano = 0;
        if (next() == ':') {
            at++;
            second = number(2, 59);
            if (next() == '.' || next() == ',') {
                at++;
                nano = fraction();
            }
        }
        int offset = offsetSeconds();
        if (at != text.length()) {
            throw malformed();
        }
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second - offset, nano);
    }

    private long date() {
        int year = number(4, 9999);
        expect('-');
        int month = number(2, 12);
        expect('-');
        return LocalDate.of(year, month, number(2, 31)).toEpochDay();
    }

    private int fraction() {
        int digits = 0;
        int nano = 0;
        for (; digits < 9 && next() >= '0' && next() <= '9'; digits++) {
            nano = nano * 10 + (text.charAt(at++) - '0');
        }
        if (digits == 0) {
            throw malformed();
        }
        for (; digits < 9; digits++) {
            nano *= 10;
        }
        return nano;
    }

    private int offsetSeconds() {
        char sign = next();
        at++;
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        if (sign != '+' && sign != '-') {
            throw malformed();
        }
        int seconds = number(2, MAX_OFFSET_HOURS) * 3_600;
        if (at < text.length()) {
            if (next() == ':') {
                at++;
            }
            seconds += number(2, 59) * 60;
        }
        return sign == '+' ? seconds : -seconds;
    }

    private int number(int digits, int max) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = next() - '0';
            if (digit < 0 || digit > 9) {
                throw malformed();
            }
            value = value * 10 + digit;
            at++;
        }
        if (value > max) {
            throw malformed();
        }
        return value;
    }

    private void expect(char c) {
        if (next() != c) {
            throw malformed();
        }
        at++;
    }

    /** The next character, or NUL at the end. */
    private char next() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static DateTimeException malformed() {
        return new DateTimeException("not an ISO-8601 date and time with an offset");
    }
}
