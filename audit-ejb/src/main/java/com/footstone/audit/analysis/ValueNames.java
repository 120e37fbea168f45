package com.footstone.audit.analysis;

import com.footstone.audit.analysis.literal.Named;

/**
 * Follows the tokens of a text and tells whose value a literal is: of the last name before it, or of the column that stands
 * in its place in the list before VALUES.
 */
final class ValueNames implements Named {

    private static final int LONGEST_NAME = 128;

    private enum State {
        ELSEWHERE,
        /** Behind INTO: a list of columns may come. */
        TABLE,
        LIST,
        LISTED,
        VALUES
    }

    private State state = State.ELSEWHERE;
    private CharSequence text = "";
    private int lastFrom;
    private int lastTo;
    /** Where the list of columns begins and ends; equal if there is none. */
    private int listFrom;

    private int listTo;
    private int depth;
    private int place;

    /** Takes note of a name or keyword. */
    void word(Lexer token) {
        if (token.word() == null) {
            text = token.text();
            lastFrom = token.start();
            lastTo = token.end();
        } else {
            keyword(token.word());
        }
    }

    private void keyword(Word word) {
        switch (word) {
            case INTO -> {
                state = State.TABLE;
                listFrom = 0;
                listTo = 0;
            }
            case VALUES -> {
                state = state == State.LISTED || state == State.TABLE ? State.VALUES : state;
                depth = 0;
                forget();
            }
            case SELECT -> {
                state = state == State.VALUES ? state : State.ELSEWHERE;
                forget();
            }
            case ON, WHERE -> state = depth == 0 ? State.ELSEWHERE : state;
            default -> {}
        }
    }

    private void forget() {
        lastFrom = 0;
        lastTo = 0;
    }

    void open(Lexer token) {
        if (state == State.TABLE) {
            state = State.LIST;
            listFrom = token.end();
        } else if (state == State.VALUES && ++depth == 1) {
            place = 0;
        }
    }

    void close(Lexer token) {
        if (state == State.LIST) {
            state = State.LISTED;
            listTo = token.start();
        } else if (state == State.VALUES) {
            depth--;
        }
    }

    void comma() {
        if (state == State.VALUES && depth == 1) {
            place++;
            forget();
        }
    }

    void semicolon() {
        state = State.ELSEWHERE;
    }

    @Override
    public String name() {
        boolean listed = state == State.VALUES && depth > 0 && listFrom < listTo;
        return listed ? column() : name(lastFrom, lastTo);
    }

    private String column() {
        int from = listFrom;
        int passed = 0;
        for (int i = listFrom; i < listTo && passed <= place; i++) {
            if (text.charAt(i) == ',') {
                if (passed++ == place) {
                    return name(from, i);
                }
                from = i + 1;
            }
        }
        return passed == place ? name(from, listTo) : "";
    }

    private String name(int from, int to) {
        return text.subSequence(from, Math.min(to, from + LONGEST_NAME)).toString();
    }
}
