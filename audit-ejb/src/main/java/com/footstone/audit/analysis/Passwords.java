package com.footstone.audit.analysis;

/** Finds Oracle's passwords, which are spelled like names: {@code IDENTIFIED BY tiger}, {@code BY "Tiger1" REPLACE "old"}. */
final class Passwords implements BareValues {

    private enum State {
        NONE,
        IDENTIFIED,
        PASSWORD_FOLLOWS,
        BEHIND_PASSWORD
    }

    private State state = State.NONE;

    @Override
    public boolean areNext() {
        return state == State.PASSWORD_FOLLOWS;
    }

    @Override
    public boolean has(TokenCursor word) {
        // What follows VALUES is a hash, in the quotes of a string.
        return areNext() && word.word != Word.VALUES;
    }

    @Override
    public void accept(TokenCursor token, boolean value) {
        state = switch (state) {
            case NONE -> beginning(token);
            case IDENTIFIED -> token.word == Word.BY ? State.PASSWORD_FOLLOWS : beginning(token);
            case PASSWORD_FOLLOWS -> token.kind == TokenKind.STRING ? State.BEHIND_PASSWORD : beginning(token);
            case BEHIND_PASSWORD -> {
                boolean another = token.word == Word.REPLACE || token.kind == TokenKind.COMMA;
                yield another ? State.PASSWORD_FOLLOWS : beginning(token);
            }
        };
    }

    private static State beginning(TokenCursor token) {
        return token.kind == TokenKind.WORD && token.spells("identified") ? State.IDENTIFIED : State.NONE;
    }
}
