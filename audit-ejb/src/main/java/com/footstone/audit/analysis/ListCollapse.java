package com.footstone.audit.analysis;

import java.util.Arrays;

/**
 * Shortens lists of values while a normalized text is written: in IN (…), ARRAY[…] and the rows of VALUES an element that
 * is spelled like one before it is dropped. As literals are spelled alike, the length of a list of values does not show;
 * expressions that differ stay.
 *
 * <p>Each character is compared at most {@link #MAX_KEPT} times for each list around it, and at most {@link #MAX_LISTS}
 * nested lists are shortened, so the work stays linear.
 */
final class ListCollapse {

    /** Brackets nested deeper than this are not looked into. */
    private static final int MAX_DEPTH = 1024;

    private static final int MAX_LISTS = 16;

    /** An element is compared with so many that were kept: rows have few shapes, and expressions without end differ. */
    private static final int MAX_KEPT = 8;

    private static final int PLAIN = 0;
    private static final int LIST = 1;
    /** The rows after VALUES: a list without brackets of its own. */
    private static final int ROWS = 2;

    private final StringBuilder out;
    private int[] type = new int[16];
    private int[] elementStart = new int[16];
    private int[] kept = new int[16];
    private int[] keptEnd = new int[16];
    /** Beginnings and ends of the elements that were kept, those of each list together. */
    private int[] elements = new int[16 * 2 * MAX_KEPT];

    private int depth;
    private int untracked;
    private int lists;
    private boolean elementBegins;

    ListCollapse(StringBuilder out) {
        this.out = out;
    }

    /** To be called before a token, or the space before it, is written. */
    void before(Lexer token, Word previousWord) {
        if (untracked > 0) {
            return;
        }
        if (previousWord == Word.VALUES && (token.kind() == TokenKind.OPEN || token.word() == Word.ROW)) {
            push(ROWS);
        } else if (top() == ROWS && !staysInRows(token)) {
            endElement();
            pop();
        }
        if (token.kind().closes() || token.kind() == TokenKind.COMMA) {
            endElement();
        }
    }

    private boolean staysInRows(Lexer token) {
        boolean row = token.kind() == TokenKind.OPEN || token.word() == Word.ROW;
        return token.kind() == TokenKind.COMMA || (elementBegins && row);
    }

    /** To be called when a token has been written. */
    void after(Lexer token, Word previousWord) {
        TokenKind kind = token.kind();
        if (kind.opens()) {
            open(kind, previousWord);
        } else if (kind.closes()) {
            close();
        } else if (kind == TokenKind.COMMA && untracked == 0 && top() != PLAIN) {
            elementStart[depth - 1] = out.length();
        }
        elementBegins = kind == TokenKind.COMMA || token.word() == Word.ROW;
    }

    private void open(TokenKind kind, Word previousWord) {
        if (untracked > 0 || depth >= MAX_DEPTH) {
            untracked++;
            return;
        }
        boolean array = kind == TokenKind.OPEN_BRACKET && (previousWord == Word.ARRAY || top() == LIST);
        push(previousWord == Word.IN || array ? LIST : PLAIN);
    }

    private void close() {
        if (untracked > 0) {
            untracked--;
        } else {
            pop();
        }
    }

    private int top() {
        return depth == 0 ? PLAIN : type[depth - 1];
    }

    /** Whether the next token can be an element of a list, or a value in a row of one. */
    boolean inValues() {
        boolean inRow = depth > 1 && top() == PLAIN && type[depth - 2] != PLAIN;
        return untracked == 0 && (top() == LIST || inRow);
    }

    private void push(int frame) {
        if (depth == type.length) {
            int size = depth * 2;
            type = Arrays.copyOf(type, size);
            elementStart = Arrays.copyOf(elementStart, size);
            kept = Arrays.copyOf(kept, size);
            keptEnd = Arrays.copyOf(keptEnd, size);
            elements = Arrays.copyOf(elements, size * 2 * MAX_KEPT);
        }
        boolean list = frame != PLAIN && lists < MAX_LISTS;
        lists += list ? 1 : 0;
        type[depth] = list ? frame : PLAIN;
        elementStart[depth] = out.length();
        kept[depth] = 0;
        depth++;
    }

    private void pop() {
        if (depth > 0) {
            depth--;
            lists -= type[depth] == PLAIN ? 0 : 1;
        }
    }

    private void endElement() {
        int frame = depth - 1;
        if (top() == PLAIN) {
            return;
        }
        int start = elementStart[frame];
        if (start < out.length() && out.charAt(start) == ' ') {
            start++;
        }
        if (repeatsKept(frame, start)) {
            out.setLength(keptEnd[frame]);
            return;
        }
        if (kept[frame] < MAX_KEPT) {
            int slot = 2 * (frame * MAX_KEPT + kept[frame]++);
            elements[slot] = start;
            elements[slot + 1] = out.length();
        }
        keptEnd[frame] = out.length();
    }

    private boolean repeatsKept(int frame, int start) {
        int first = 2 * frame * MAX_KEPT;
        for (int slot = first; slot < first + 2 * kept[frame]; slot += 2) {
            if (repeats(elements[slot], elements[slot + 1], start)) {
                return true;
            }
        }
        return false;
    }

    private boolean repeats(int from, int to, int start) {
        int length = out.length() - start;
        if (length != to - from) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (out.charAt(start + i) != out.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    /** Ends the rows that the end of the text ends. */
    void finish() {
        if (untracked == 0 && top() == ROWS) {
            endElement();
            pop();
        }
    }
}
