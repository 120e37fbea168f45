package com.footstone.audit.analysis.literal;

import com.footstone.audit.model.LiteralKind;

/** Tokens and keys, by how those who issue them spell them. */
final class Secrets {

    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY-----";
    private static final int LONGEST_HEADER = 60;
    private static final int SHORTEST_JWT_PART = 10;

    /** An access key of AWS. */
    private static final int SHORTEST = 20;

    /** How a key begins, how many characters follow, at least. */
    private record Issuer(String prefix, int length, boolean exactly) {}

    private static final Issuer[] ISSUERS = {
        new Issuer("AKIA", 16, true),
        new Issuer("ASIA", 16, true),
        new Issuer("AIza", 35, true),
        new Issuer("ghp_", 36, true),
        new Issuer("gho_", 36, true),
        new Issuer("ghs_", 36, true),
        new Issuer("glpat-", 20, false),
        new Issuer("xoxb-", 24, false),
        new Issuer("xoxp-", 24, false),
        new Issuer("sk_live_", 24, false),
        new Issuer("rk_live_", 24, false)
    };

    /** What begins at a place. */
    record Found(LiteralKind kind, int end) {}

    private Secrets() {}

    /** The token or key that begins with a run of letters and digits, or null. */
    static Found at(CharSequence text, int from, int to) {
        if (to - from < SHORTEST) {
            return null;
        }
        char first = text.charAt(from);
        if (first == 'e') {
            int end = Ascii.at(text, from, to, "eyJ") ? jwtEnd(text, from, to) : -1;
            return end < 0 ? null : new Found(LiteralKind.JWT, end);
        }
        if (first != 'A' && first != 'g' && first != 'x' && first != 's' && first != 'r') {
            return null;
        }
        for (Issuer issuer : ISSUERS) {
            if (Ascii.at(text, from, to, issuer.prefix())) {
                int end = base64End(text, from, to);
                int length = end - from - issuer.prefix().length();
                boolean fits = issuer.exactly() ? length == issuer.length() : length >= issuer.length();
                boolean upper = first != 'A' || issuer.length() != 16 || isUpperRun(text, from, end);
                return fits && upper ? new Found(LiteralKind.ACCESS_KEY, end) : null;
            }
        }
        return null;
    }

    /** Whether a header of a private key in PEM begins at a dash. */
    static boolean isPrivateKey(CharSequence text, int from, int to) {
        if (!Ascii.at(text, from, to, BEGIN)) {
            return false;
        }
        int last = Math.min(to, from + LONGEST_HEADER);
        for (int i = from + BEGIN.length(); i < last; i++) {
            if (Ascii.at(text, i, to, PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    /** Three parts in base64 with dots between them; the first two are JSON, which begins with a brace and a quote. */
    private static int jwtEnd(CharSequence text, int from, int to) {
        int header = base64End(text, from, to);
        boolean second = header - from >= SHORTEST_JWT_PART && Ascii.at(text, header, to, ".eyJ");
        if (!second) {
            return -1;
        }
        int payload = base64End(text, header + 1, to);
        boolean third = payload - header > SHORTEST_JWT_PART && payload < to && text.charAt(payload) == '.';
        int end = third ? base64End(text, payload + 1, to) : -1;
        return end - payload > SHORTEST_JWT_PART ? end : -1;
    }

    private static int base64End(CharSequence text, int from, int to) {
        int i = from;
        while (i < to && Ascii.isBase64Url(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isUpperRun(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isUpper(text.charAt(i)) && !Ascii.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
