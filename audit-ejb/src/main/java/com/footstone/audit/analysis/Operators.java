package com.footstone.audit.analysis;

/** The operators of more than one character, longest first. */
final class Operators {

    private static final String[] LONG = {
        "<=>", "->>", "#>>", "!~~", "!~*", "~~*", "<->", "<#>", "-|-", "@@@", "&&&", "||/", "*==", "<=", ">=", "<>",
        "!=", "^=", "~=", "||", "&&", "::", ":=", "=>", "->", "#>", "#-", "@>", "<@", "@@", "@?", "~*", "!~", "~~",
        "<<", ">>", "**", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "!<", "!>", "|/", "&<", "&>", "^@"
    };

    private static final String CHARACTERS = "+-*/<>=~!@#%^&|?:\\$'\"`";

    private Operators() {}

    /** The end of the operator at a position; anything that is nothing else counts as an operator of one character. */
    static int end(CharSequence text, int start) {
        char c = text.charAt(start);
        if (CHARACTERS.indexOf(c) >= 0) {
            for (String operator : LONG) {
                if (operator.charAt(0) == c && matches(text, start, operator)) {
                    return start + operator.length();
                }
            }
        }
        return start + 1;
    }

    private static boolean matches(CharSequence text, int start, String operator) {
        if (start + operator.length() > text.length()) {
            return false;
        }
        for (int i = 1; i < operator.length(); i++) {
            if (text.charAt(start + i) != operator.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
