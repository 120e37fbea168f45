package com.footstone.audit.analysis.literal;

/** Telephone numbers in the international form: a plus, a country's code, eight to fifteen digits in all. */
final class PhoneNumber {

    private PhoneNumber() {}

    /** Where the number that begins with a plus ends; -1 if none does. */
    static int end(CharSequence text, int plus, int to) {
        int digits = 0;
        int dots = 0;
        int last = plus;
        for (int i = plus + 1; i < to && i - last <= 3; i++) {
            char c = text.charAt(i);
            if (Ascii.isDigit(c)) {
                digits++;
                last = i;
            } else if (c == '.' && i + 1 < to && Ascii.isDigit(text.charAt(i + 1))) {
                dots++;
            } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '/') {
                break;
            }
        }
        int end = last + 1;
        boolean countryCode = digits >= 8 && digits <= 15 && isCountryCode(text, plus + 1);
        // One dot makes a number with decimals.
        return countryCode && dots != 1 && endsThere(text, end, to) ? end : -1;
    }

    private static boolean isCountryCode(CharSequence text, int from) {
        char first = text.charAt(from);
        char second = text.charAt(from + 1);
        boolean unassigned = (first == '2' && second == '8') || (first == '8' && (second == '3' || second == '9'));
        return first >= '1' && first <= '9' && !unassigned;
    }

    private static boolean endsThere(CharSequence text, int end, int to) {
        char next = end < to ? text.charAt(end) : 0;
        return !Ascii.isLetter(next) && next != '_' && next != '@' && next != ':' && next != '+' && next != '=';
    }
}
