package com.footstone.audit.analysis.literal;

/** Numbers of persons with letters among the digits, by their check character. Letters may be small. */
final class LetteredNumber {

    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";
    private static final String ITALIAN_FORM = "AAAAAA00A00A000A";

    /** What a character in an odd place counts, from A on; digits count as the letters from A to J. */
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private LetteredNumber() {}

    /** DNI: eight digits and a letter. NIE: X, Y or Z, seven digits and a letter. */
    static boolean isSpanish(CharSequence text, int from, int to) {
        if (to - from != 9) {
            return false;
        }
        int first = "XYZ".indexOf(upper(text, from));
        int number = first >= 0 ? first : digit(text, from);
        for (int i = from + 1; i < to - 1 && number >= 0; i++) {
            int digit = digit(text, i);
            number = digit < 0 ? -1 : number * 10 + digit;
        }
        return number > 0 && SPANISH.charAt(number % 23) == upper(text, to - 1);
    }

    /** Day, month, year, a sign for the century, a serial and a check character. */
    static boolean isFinnish(CharSequence text, int from, int to) {
        if (to - from != 11 || "+-ABCDEFYXWVU".indexOf(upper(text, from + 6)) < 0) {
            return false;
        }
        int number = 0;
        for (int i = 0; i < 10; i++) {
            int digit = digit(text, from + i);
            if (digit < 0 && i != 6) {
                return false;
            }
            number = i == 6 ? number : number * 10 + digit;
        }
        int day = number / 10_000_000;
        int month = number / 100_000 % 100;
        boolean date = day >= 1 && day <= 31 && month >= 1 && month <= 12;
        return date && FINNISH.charAt(number % 31) == upper(text, to - 1);
    }

    /** Six letters of the names, year, month, day, place, check letter. */
    static boolean isItalian(CharSequence text, int from, int to) {
        if (to - from != 16) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            char c = upper(text, from + i);
            if (Ascii.isDigit(c) != (ITALIAN_FORM.charAt(i) == '0') || (!Ascii.isDigit(c) && !Ascii.isUpper(c))) {
                return false;
            }
            int value = Ascii.isDigit(c) ? c - '0' : c - 'A';
            if (i < 15) {
                sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
            }
        }
        int day = digit(text, from + 9) * 10 + digit(text, from + 10);
        boolean date =
                ITALIAN_MONTHS.indexOf(upper(text, from + 8)) >= 0 && day % 40 >= 1 && day % 40 <= 31 && day < 72;
        return date && upper(text, to - 1) == 'A' + sum % 26;
    }

    /** A French number of somebody born in Corsica, whose department is 2A or 2B: read as digits, as its check wants. */
    static boolean isCorsican(CharSequence text, int from, int to, Digits digits) {
        char letter = to - from == 15 ? upper(text, from + 6) : 0;
        if ((letter != 'A' && letter != 'B') || text.charAt(from + 5) != '2') {
            return false;
        }
        digits.clear();
        for (int i = from; i < to; i++) {
            int digit = i == from + 5 ? 1 : i == from + 6 ? (letter == 'A' ? 9 : 8) : digit(text, i);
            if (digit < 0) {
                return false;
            }
            digits.add(digit);
        }
        return NationalNumber.isFrench(digits);
    }

    private static int digit(CharSequence text, int index) {
        char c = text.charAt(index);
        return Ascii.isDigit(c) ? c - '0' : -1;
    }

    private static char upper(CharSequence text, int index) {
        char c = text.charAt(index);
        return c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c;
    }
}
