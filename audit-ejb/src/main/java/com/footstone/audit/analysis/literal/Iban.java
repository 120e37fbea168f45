package com.footstone.audit.analysis.literal;

/** International bank account numbers, by the length of their country and their check digits (ISO 13616). */
final class Iban {

    private static final String LENGTHS =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20"
                    + "EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20"
                    + "LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19"
                    + "SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private Iban() {}

    /** Where the number that begins at a place ends, spaces between its groups included; -1 if none begins. */
    static int end(CharSequence text, int from, int to) {
        if (to - from < 15 || !looksLikeOne(text, from)) {
            return -1;
        }
        int left = length(text.charAt(from), text.charAt(from + 1));
        if (left < 0) {
            return -1;
        }
        // The first four characters count last: their remainder is added when the others are through.
        long remainder = 0;
        int i = from;
        for (int n = 0; n < left; i++) {
            if (i >= to) {
                return -1;
            }
            char c = text.charAt(i);
            if (c == ' ' && n % 4 == 0 && n > 0) {
                continue;
            }
            if (!Ascii.isAlphanumeric(c)) {
                return -1;
            }
            remainder = n < 4 ? remainder : append(remainder, c);
            n++;
        }
        for (int n = 0; n < 4; n++) {
            remainder = append(remainder, text.charAt(from + n));
        }
        return remainder == 1 ? i : -1;
    }

    private static boolean looksLikeOne(CharSequence text, int from) {
        return Ascii.isLetter(text.charAt(from))
                && Ascii.isLetter(text.charAt(from + 1))
                && Ascii.isDigit(text.charAt(from + 2))
                && Ascii.isDigit(text.charAt(from + 3));
    }

    private static long append(long remainder, char c) {
        int value = Ascii.isDigit(c) ? c - '0' : (c & ~0x20) - 'A' + 10;
        return (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }

    private static int length(char first, char second) {
        char upperFirst = (char) (first & ~0x20);
        char upperSecond = (char) (second & ~0x20);
        for (int i = 0; i < LENGTHS.length(); i += 4) {
            if (LENGTHS.charAt(i) == upperFirst && LENGTHS.charAt(i + 1) == upperSecond) {
                return (LENGTHS.charAt(i + 2) - '0') * 10 + LENGTHS.charAt(i + 3) - '0';
            }
        }
        return -1;
    }
}
