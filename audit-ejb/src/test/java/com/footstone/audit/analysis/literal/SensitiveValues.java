package com.footstone.audit.analysis.literal;

import java.util.Random;

import com.footstone.audit.model.LiteralKind;

/** Makes up values that are valid by construction: nobody's, but with the right form and check digits. */
public final class SensitiveValues {

    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String BASE64 = UPPER + "abcdefghijklmnopqrstuvwxyz" + DIGITS + "-_";
    private static final String[] DOMAINS = {"example.com", "mail.example.org", "kanzlei-muster.de", "uni.ac.uk", "a.io"
    };
    private static final String[] NAMES = {"anna", "b.ortega", "li_wei", "o-brien", "jan+shop", "x7", "Marie.Curie"};
    private static final String[] CARDS = {"4", "51", "2221", "6011", "3528", "34", "37", "36"};

    private final Random random;

    public SensitiveValues(Random random) {
        this.random = random;
    }

    public String of(LiteralKind kind) {
        return switch (kind) {
            case EMAIL -> pick(NAMES) + random.nextInt(1000) + "@" + pick(DOMAINS);
            case PHONE -> phone();
            case PAYMENT_CARD -> card();
            case IBAN -> iban();
            case SSN_US -> "%03d-%02d-%04d".formatted(between(1, 665), between(1, 99), between(1, 9999));
            case TAX_ID_DE -> german();
            case NIR_FR -> french();
            case DNI_ES -> spanish();
            case FISCAL_CODE_IT -> italian();
            case PESEL_PL -> polish();
            case BSN_NL -> dutch();
            case PERSONAL_NUMBER_SE -> swedish();
            case PERSONAL_CODE_FI -> finnish();
            case BIRTH_NUMBER_NO -> norwegian();
            case NATIONAL_NUMBER_BE -> belgian();
            case JWT -> "eyJhbGciOi" + any(BASE64, 20) + ".eyJzdWIi" + any(BASE64, 40) + "." + any(BASE64, 43);
            case ACCESS_KEY ->
                random.nextBoolean() ? "AKIA" + any(UPPER + "234567", 16) : "ghp_" + any(UPPER + DIGITS, 36);
            case PRIVATE_KEY -> "-----BEGIN RSA PRIVATE KEY-----\n" + any(UPPER + DIGITS, 64) + "\n";
        };
    }

    private String phone() {
        String number = any("123456789", 1) + any(DIGITS, 6);
        return switch (random.nextInt(4)) {
            case 0 -> "+49" + between(150, 179) + number;
            case 1 -> "+1 (" + between(201, 989) + ") 555-0" + between(100, 199);
            case 2 ->
                "+33 6 " + between(10, 99) + " " + between(10, 99) + " " + between(10, 99) + " " + between(10, 99);
            default -> "+44-20-" + number;
        };
    }

    private String card() {
        String prefix = pick(CARDS);
        int length = prefix.equals("36") ? 14 : prefix.equals("34") || prefix.equals("37") ? 15 : 16;
        String digits = withLuhn(prefix + any(DIGITS, length - 1 - prefix.length()));
        if (length != 16 || random.nextInt(3) > 0) {
            return digits;
        }
        String separator = random.nextBoolean() ? " " : "-";
        return String.join(
                separator,
                digits.substring(0, 4),
                digits.substring(4, 8),
                digits.substring(8, 12),
                digits.substring(12));
    }

    private String iban() {
        String country = pick("DE", "NL", "FR", "GB", "NO");
        String account =
                switch (country) {
                    case "DE" -> any(DIGITS, 18);
                    case "NL" -> "ABNA" + any(DIGITS, 10);
                    case "FR" -> any(DIGITS, 23);
                    case "GB" -> "WEST" + any(DIGITS, 14);
                    default -> any(DIGITS, 11);
                };
        long check = 98 - remainder97(account + country + "00");
        String iban = country + "%02d".formatted(check) + account;
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static long remainder97(String text) {
        long remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    private String german() {
        StringBuilder digits = new StringBuilder(shuffled("123456789"));
        // Nine different digits, of which one comes once more.
        digits.insert(between(1, 9), digits.charAt(between(0, 8)));
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return digits.append((11 - product) % 10).toString();
    }

    private String french() {
        String first = between(1, 2)
                + "%02d%02d%02d".formatted(between(40, 99), between(1, 12), between(1, 95))
                + any(DIGITS, 6);
        String number = first + "%02d".formatted(97 - Long.parseLong(first) % 97);
        return random.nextBoolean()
                ? number
                : number.replaceAll("(.)(..)(..)(..)(...)(...)(..)", "$1 $2 $3 $4 $5 $6 $7");
    }

    private String spanish() {
        int number = between(1_000_000, 9_999_999);
        if (random.nextBoolean()) {
            return "%08d".formatted(number) + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23);
        }
        int letter = random.nextInt(3);
        return "XYZ".charAt(letter)
                + "%07d".formatted(number)
                + "TRWAGMYFPDXBNJZSQVHLCKE".charAt((letter * 10_000_000 + number) % 23);
    }

    private String italian() {
        String first = any(UPPER, 6)
                + any(DIGITS, 2)
                + any("ABCDEHLMPRST", 1)
                + "%02d".formatted(between(1, 28))
                + any("ABCDEFGHILM", 1)
                + any(DIGITS, 3);
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = first.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return first + (char) ('A' + sum % 26);
    }

    private String polish() {
        String first = "%02d%02d%02d".formatted(between(30, 99), between(1, 12), between(1, 28)) + any(DIGITS, 4);
        int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
        return first + (10 - weighted(first, weights) % 10) % 10;
    }

    private String dutch() {
        while (true) {
            String first = any("123456789", 1) + any(DIGITS, 7);
            int check = weighted(first, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check < 10) {
                return first + check;
            }
        }
    }

    private String swedish() {
        String date = "%02d%02d%02d".formatted(between(10, 99), between(1, 12), between(1, 28));
        String number = withLuhn(date + any(DIGITS, 3));
        return random.nextBoolean() ? number : number.substring(0, 6) + "-" + number.substring(6);
    }

    private String finnish() {
        int date = between(1, 28) * 10_000 + between(1, 12) * 100 + between(10, 99);
        int serial = between(2, 899);
        String check = "0123456789ABCDEFHJKLMNPRSTUVWXY";
        return "%06d".formatted(date)
                + (random.nextBoolean() ? "-" : "A")
                + "%03d".formatted(serial)
                + check.charAt((date * 1000 + serial) % 31);
    }

    private String norwegian() {
        while (true) {
            String first = "%02d%02d%02d".formatted(between(1, 28), between(1, 12), between(10, 99)) + any(DIGITS, 3);
            int one = (11 - weighted(first, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
            int two = (11 - weighted(first + one, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
            if (one < 10 && two < 10) {
                return first + one + two;
            }
        }
    }

    private String belgian() {
        String first = "%02d%02d%02d".formatted(between(10, 99), between(1, 12), between(1, 28)) + any(DIGITS, 3);
        String number = first + "%02d".formatted(97 - Long.parseLong(first) % 97);
        return random.nextBoolean() ? number : number.replaceAll("(..)(..)(..)(...)(..)", "$1.$2.$3-$4.$5");
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    private static String withLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private String shuffled(String text) {
        StringBuilder left = new StringBuilder(text);
        StringBuilder out = new StringBuilder();
        while (!left.isEmpty()) {
            int i = random.nextInt(left.length());
            out.append(left.charAt(i));
            left.deleteCharAt(i);
        }
        return out.toString();
    }

    private String any(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private int between(int min, int max) {
        return min + random.nextInt(max - min + 1);
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
