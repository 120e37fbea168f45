package com.footstone.audit.analysis.literal;

/** Numbers that states give to persons and that are digits only, by their check digits. */
final class NationalNumber {

    private NationalNumber() {}

    /** A US number has no check digit, but areas, groups and serials that were never given. */
    static boolean isUnitedStates(Digits digits) {
        long area = digits.number(0, 3);
        return digits.count() == 9
                && area > 0
                && area != 666
                && area < 900
                && digits.number(3, 5) > 0
                && digits.number(5, 9) > 0;
    }

    /** The Dutch eleven-test. */
    static boolean isDutch(Digits digits) {
        return digits.count() == 9
                && digits.number(0, 9) > 9_999_999
                && (digits.weighted(9, 8, 7, 6, 5, 4, 3, 2) - digits.at(8)) % 11 == 0;
    }

    /** Of the first ten digits just one comes twice or three times; the last one is by ISO 7064, MOD 11,10. */
    static boolean isGerman(Digits digits) {
        if (digits.count() != 11 || digits.at(0) == 0 || !repeatsOneDigit(digits)) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digits.at(i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits.at(10);
    }

    private static boolean repeatsOneDigit(Digits digits) {
        int[] times = new int[10];
        for (int i = 0; i < 10; i++) {
            times[digits.at(i)]++;
        }
        int repeated = 0;
        for (int time : times) {
            if (time > 3) {
                return false;
            }
            repeated += time > 1 ? 1 : 0;
        }
        return repeated == 1;
    }

    /** Year, month with the century in it, day, serial, check digit. Nobody was born before 1900 or after 2099. */
    static boolean isPolish(Digits digits) {
        if (digits.count() != 11) {
            return false;
        }
        long month = digits.number(2, 4) % 20;
        long century = digits.number(2, 4) / 20;
        long day = digits.number(4, 6);
        return century <= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && (digits.weighted(1, 3, 7, 9, 1, 3, 7, 9, 1, 3) + digits.at(10)) % 10 == 0;
    }

    static boolean isNorwegian(Digits digits) {
        return digits.count() == 11
                && digits.isDate(2, 0)
                && digits.weighted(3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && digits.weighted(5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    /** Born since 2000: a two is put before the number, and not written. */
    static boolean isBelgian(Digits digits) {
        if (digits.count() != 11 || !digits.isDate(2, 4)) {
            return false;
        }
        long number = digits.number(0, 9);
        long check = digits.number(9, 11);
        return check == 97 - number % 97 || check == 97 - (2_000_000_000L + number) % 97;
    }

    /** Sixty is added to the day of those who only stay for a while. The century, if written, is not checked. */
    static boolean isSwedish(Digits digits) {
        if (digits.count() != 10) {
            return false;
        }
        long month = digits.number(2, 4);
        long day = digits.number(4, 6);
        boolean date = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
        return date && digits.fitsLuhn();
    }

    /** Sex, year, month, place, serial, and what is left to 97. */
    static boolean isFrench(Digits digits) {
        if (digits.count() != 15 || digits.at(0) < 1 || digits.at(0) > 2) {
            return false;
        }
        long month = digits.number(3, 5);
        return month >= 1 && month <= 12 && digits.number(13, 15) == 97 - digits.number(0, 13) % 97;
    }
}
