package com.footstone.audit.analysis.literal;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import com.footstone.audit.model.LiteralKind;

/**
 * Says what a number is. Where check digits alone would be right too often by chance, the name beside the number has to say
 * so: one ordinary number in eleven passes the Dutch test, one in ten the Swedish one.
 */
final class NumberKinds {

    private NumberKinds() {}

    /**
     * The kind of a number, or null.
     *
     * @param named whether the name beside the number says that it is of a kind
     * @param free whether a number may be of a kind without being named
     */
    static LiteralKind of(Digits digits, Predicate<LiteralKind> named, BooleanSupplier free) {
        boolean whole = digits.separator() == 0;
        return switch (digits.count()) {
            case 9 -> nine(digits, named, free);
            case 10 -> ten(digits, named, free);
            case 11 -> eleven(digits, named, free);
            case 12 -> whole && named.test(LiteralKind.PERSONAL_NUMBER_SE) ? swedishWithCentury(digits) : null;
            default -> longer(digits, named, free);
        };
    }

    private static LiteralKind nine(Digits digits, Predicate<LiteralKind> named, BooleanSupplier free) {
        boolean dashed = digits.shape() == 0x324 && digits.separator() == '-';
        if (NationalNumber.isUnitedStates(digits)) {
            boolean american = (dashed && free.getAsBoolean())
                    || ((dashed || digits.separator() == 0) && named.test(LiteralKind.SSN_US));
            if (american) {
                return LiteralKind.SSN_US;
            }
        }
        boolean dutch = NationalNumber.isDutch(digits) && named.test(LiteralKind.BSN_NL);
        return dutch ? LiteralKind.BSN_NL : null;
    }

    private static LiteralKind ten(Digits digits, Predicate<LiteralKind> named, BooleanSupplier free) {
        if (!NationalNumber.isSwedish(digits)) {
            return null;
        }
        boolean dashed = digits.shape() == 0x64 && digits.separator() == '-';
        boolean swedish = (dashed && free.getAsBoolean()) || named.test(LiteralKind.PERSONAL_NUMBER_SE);
        return swedish ? LiteralKind.PERSONAL_NUMBER_SE : null;
    }

    private static LiteralKind swedishWithCentury(Digits digits) {
        int[] last = new int[10];
        for (int i = 0; i < last.length; i++) {
            last[i] = digits.at(i + 2);
        }
        digits.clear();
        for (int digit : last) {
            digits.add(digit);
        }
        return NationalNumber.isSwedish(digits) ? LiteralKind.PERSONAL_NUMBER_SE : null;
    }

    private static LiteralKind eleven(Digits digits, Predicate<LiteralKind> named, BooleanSupplier free) {
        boolean grouped = digits.shape() == 0x2333 || digits.shape() == 0x65;
        if (digits.separator() != 0 && !grouped) {
            return null;
        }
        boolean norwegian = NationalNumber.isNorwegian(digits);
        boolean belgian = NationalNumber.isBelgian(digits);
        boolean german = NationalNumber.isGerman(digits);
        boolean polish = NationalNumber.isPolish(digits);
        if (polish && named.test(LiteralKind.PESEL_PL)) {
            return LiteralKind.PESEL_PL;
        }
        if (german && named.test(LiteralKind.TAX_ID_DE)) {
            return LiteralKind.TAX_ID_DE;
        }
        if (norwegian && named.test(LiteralKind.BIRTH_NUMBER_NO)) {
            return LiteralKind.BIRTH_NUMBER_NO;
        }
        if (belgian && named.test(LiteralKind.NATIONAL_NUMBER_BE)) {
            return LiteralKind.NATIONAL_NUMBER_BE;
        }
        boolean any = norwegian || belgian || german || polish;
        if (!any || !free.getAsBoolean()) {
            return null;
        }
        // Without a name, the rarer it is by chance, the sooner it is believed.
        if (norwegian || belgian) {
            return norwegian ? LiteralKind.BIRTH_NUMBER_NO : LiteralKind.NATIONAL_NUMBER_BE;
        }
        return german ? LiteralKind.TAX_ID_DE : LiteralKind.PESEL_PL;
    }

    private static LiteralKind longer(Digits digits, Predicate<LiteralKind> named, BooleanSupplier free) {
        boolean whole = digits.separator() == 0;
        boolean french = digits.count() == 15 && (whole || digits.shape() == 0x1222332);
        if (french && NationalNumber.isFrench(digits) && (free.getAsBoolean() || named.test(LiteralKind.NIR_FR))) {
            return LiteralKind.NIR_FR;
        }
        if (!whole && !PaymentCard.isGrouped(digits)) {
            return null;
        }
        boolean card = PaymentCard.is(digits) && (free.getAsBoolean() || named.test(LiteralKind.PAYMENT_CARD));
        boolean rare = PaymentCard.isRare(digits) && named.test(LiteralKind.PAYMENT_CARD);
        return card || rare ? LiteralKind.PAYMENT_CARD : null;
    }
}
