package com.footstone.audit.analysis.literal;

/** A number of up to 24 digits, digit by digit, and how its digits are grouped. One is used again and again. */
final class Digits {

    static final int MOST = 24;

    private final int[] values = new int[MOST];
    private int count;
    private long shape;
    private char separator;
    private int end;

    /**
     * Reads digits from a position on: groups with the same single space, dash or dot between them.
     *
     * @return false if there are too many digits
     */
    boolean read(CharSequence text, int from, int to) {
        count = 0;
        shape = 0;
        separator = 0;
        int group = 0;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (Ascii.isDigit(c)) {
                if (count == MOST) {
                    return false;
                }
                values[count++] = c - '0';
                group++;
            } else if (isSeparator(c) && i + 1 < to && Ascii.isDigit(text.charAt(i + 1))) {
                separator = c;
                shape = shape * 16 + Math.min(group, 15);
                group = 0;
            } else {
                break;
            }
            i++;
        }
        shape = shape * 16 + Math.min(group, 15);
        end = i;
        return true;
    }

    /** The first ones again, or another order of them: for forms that are not digits only. */
    void clear() {
        count = 0;
        shape = 0;
    }

    void add(int digit) {
        values[count++] = digit;
    }

    private boolean isSeparator(char c) {
        return separator == 0 ? c == ' ' || c == '-' || c == '.' : c == separator;
    }

    /** How many digits there are. */
    int count() {
        return count;
    }

    int at(int index) {
        return values[index];
    }

    /** Lengths of the groups as hexadecimal digits: {@code 0x4444} for four groups of four. */
    long shape() {
        return shape;
    }

    /** What stands between the groups; 0 if there is one group only. */
    char separator() {
        return separator;
    }

    /** Where what was read ends. */
    int end() {
        return end;
    }

    /** The number that some of the digits make. */
    long number(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + values[i];
        }
        return number;
    }

    /** Whether doubling every second digit from the right makes the sum divisible by ten, as Luhn's formula wants. */
    boolean fitsLuhn() {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = values[count - 1 - i] * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /** The sum of the first digits, each times its weight. */
    int weighted(int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += values[i] * weights[i];
        }
        return sum;
    }

    /** Whether two places hold a month and two others a day. */
    boolean isDate(int monthAt, int dayAt) {
        long month = number(monthAt, monthAt + 2);
        long day = number(dayAt, dayAt + 2);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
