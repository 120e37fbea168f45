package com.footstone.audit.analysis.literal;

/** Payment cards, by issuer and Luhn's formula. */
final class PaymentCard {

    private PaymentCard() {}

    /** Whether it is the number of a card of the usual lengths: 16 digits, 15 of American Express, 14 of Diners Club. */
    static boolean is(Digits digits) {
        int length = digits.count();
        return length >= 14 && length <= 16 && length == usualLength(digits) && digits.fitsLuhn();
    }

    /** Whether it may be one of the lengths that are rare. */
    static boolean isRare(Digits digits) {
        int length = digits.count();
        int first = digits.at(0);
        boolean visa = first == 4 && (length == 13 || length == 19);
        boolean maestro = (first == 5 || first == 6) && length >= 13 && length <= 19;
        return (visa || maestro) && digits.fitsLuhn();
    }

    /** Whether the digits are set in groups as on a card, or not at all. */
    static boolean isGrouped(Digits digits) {
        long shape = digits.shape();
        return digits.separator() != '.' && (shape == 0x4444 || shape == 0x465 || shape == 0x464);
    }

    private static int usualLength(Digits digits) {
        int two = (int) digits.number(0, 2);
        int three = (int) digits.number(0, 3);
        int four = (int) digits.number(0, 4);
        boolean visa = digits.at(0) == 4;
        boolean mastercard = (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720);
        boolean discover = four == 6011 || two == 65 || (three >= 644 && three <= 649);
        boolean jcb = four >= 3528 && four <= 3589;
        if (visa || mastercard || discover || jcb || two == 62) {
            return 16;
        }
        if (two == 34 || two == 37) {
            return 15;
        }
        boolean diners = (three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39;
        return diners ? 14 : 0;
    }
}
