package com.footstone.audit.analysis;

/** Writes a text as it was executed, save that literals become {@code ?} and comments, which may quote data, a space. */
final class Redactor {

    private final StringBuilder out;
    private final int max;
    private boolean cut;
    private int copiedTo;

    Redactor(int textLength, int max) {
        this.max = max;
        this.out = new StringBuilder(Math.min(textLength, max) + 16);
    }

    void accept(Lexer token) {
        if (cut) {
            return;
        }
        copy(token.text(), copiedTo, token.start());
        copiedTo = token.end();
        switch (token.kind()) {
            // The pieces of a string in several are one literal.
            case STRING -> out.append(token.previous == TokenKind.STRING ? "" : "?");
            case NUMBER -> out.append('?');
            case OPAQUE -> out.append(Bounds.UNREAD);
            case COMMENT -> out.append(' ');
            case VALUE_WORD -> {
                if (token.word() == Word.NULL) {
                    copy(token.text(), token.start(), token.end());
                } else {
                    out.append('?');
                }
            }
            default -> copy(token.text(), token.start(), token.end());
        }
        cut |= out.length() > max;
    }

    private void copy(CharSequence text, int start, int end) {
        // One token can be longer than the bound: what is past it need not be copied to be cut off.
        Characters.appendClean(out, text, start, Math.min(end, start + max + 1));
    }

    boolean cut() {
        return cut;
    }

    String text() {
        return cut ? Bounds.cut(out, max) : out.toString();
    }
}
