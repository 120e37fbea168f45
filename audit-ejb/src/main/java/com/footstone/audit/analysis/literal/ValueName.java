package com.footstone.audit.analysis.literal;

import com.footstone.audit.model.LiteralKind;

/** The name of a value: the one within the literal, as in JSON or in prose, or else that of the column or parameter. */
final class ValueName {

    /** So far before a value its name is looked for. */
    private static final int REACH = 40;

    /** Quotes, escapes, a colon and spaces. */
    private static final int MOST_BETWEEN = 8;

    private ValueName() {}

    /** Whether a name of a value says that it is of a kind. */
    static boolean hints(CharSequence literal, int literalFrom, int at, Named outer, LiteralKind kind) {
        return Beside.hints(inner(literal, literalFrom, at), kind) || Beside.hints(outer.name(), kind);
    }

    /** Whether the nearest name of a value says that it is something else. */
    static boolean speaksOfOthers(CharSequence literal, int literalFrom, int at, Named outer) {
        String inner = inner(literal, literalFrom, at);
        return Beside.speaksOfOthers(inner.isEmpty() ? outer.name() : inner);
    }

    private static String inner(CharSequence literal, int literalFrom, int at) {
        int end = innerEnd(literal, literalFrom, at);
        return literal.subSequence(innerStart(literal, literalFrom, end), end).toString();
    }

    /** Behind the last letter before the value, punctuation skipped. */
    private static int innerEnd(CharSequence literal, int literalFrom, int at) {
        int i = at;
        while (i > literalFrom && at - i < MOST_BETWEEN && isBetween(literal.charAt(i - 1))) {
            i--;
        }
        return i > literalFrom && i < at && isName(literal.charAt(i - 1)) ? i : at;
    }

    private static int innerStart(CharSequence literal, int literalFrom, int end) {
        int i = end;
        while (i > literalFrom && end - i < REACH && isName(literal.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isBetween(char c) {
        return c == ' ' || c == ':' || c == '=' || c == '"' || c == '\'' || c == '\\';
    }

    private static boolean isName(char c) {
        return Ascii.isAlphanumeric(c) || c == '_' || c >= 0x80;
    }
}
