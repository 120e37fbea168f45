package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Set;

/** Recognises where hints of SQL Server begin: {@code WITH (NOLOCK)}, {@code (NOLOCK)}, {@code OPTION (RECOMPILE)}. */
final class TableHints {

    private static final int LONGEST = 20;

    private static final Set<String> HINTS = Set.of(
            "nolock",
            "updlock",
            "xlock",
            "rowlock",
            "paglock",
            "tablock",
            "tablockx",
            "holdlock",
            "readpast",
            "readuncommitted",
            "readcommitted",
            "readcommittedlock",
            "repeatableread",
            "serializable",
            "snapshot",
            "nowait",
            "noexpand",
            "forceseek",
            "forcescan",
            "keepidentity",
            "keepdefaults",
            "ignore_constraints",
            "ignore_triggers");

    /** These may stand in brackets alone; the others could be names of columns there. */
    private static final Set<String> WITHOUT_WITH =
            Set.of("nolock", "updlock", "xlock", "rowlock", "paglock", "tablock", "tablockx", "holdlock", "readpast");

    private TableHints() {}

    /** Whether the token is the first one of hints. */
    static boolean beginAt(Lexer token) {
        if (token.kind() == TokenKind.OPEN) {
            return isHint(token.text(), Lookahead.afterSpace(token.text(), token.end()), WITHOUT_WITH);
        }
        if (token.kind() != TokenKind.WORD) {
            return false;
        }
        int open = Lookahead.afterSpace(token.text(), token.end());
        if (open >= token.text().length() || token.text().charAt(open) != '(') {
            return false;
        }
        return token.word() == Word.WITH
                ? isHint(token.text(), Lookahead.afterSpace(token.text(), open + 1), HINTS)
                : token.word() == null && token.spells("option");
    }

    private static boolean isHint(CharSequence text, int from, Set<String> hints) {
        int to = from;
        while (to < text.length() && to - from <= LONGEST && isPart(text.charAt(to))) {
            to++;
        }
        int after = Lookahead.afterSpace(text, to);
        if (to == from || after >= text.length()) {
            return false;
        }
        String word = text.subSequence(from, to).toString().toLowerCase(Locale.ROOT);
        char next = text.charAt(after);
        return word.equals("index") ? next == '(' || next == '=' : hints.contains(word) && ",)(".indexOf(next) >= 0;
    }

    private static boolean isPart(char c) {
        return Character.isLetter(c) || c == '_';
    }
}
