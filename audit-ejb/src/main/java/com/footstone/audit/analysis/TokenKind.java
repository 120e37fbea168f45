package com.footstone.audit.analysis;

/** What a token is. White space is no token. */
enum TokenKind {
    /** An unquoted name or keyword. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    QUOTED_NAME,
    STRING,
    NUMBER,
    /** NULL, TRUE or FALSE where it stands for a value. */
    VALUE_WORD,
    PLACEHOLDER,
    OPERATOR,
    OPEN,
    CLOSE,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OPEN_BRACE,
    CLOSE_BRACE,
    COMMA,
    DOT,
    SEMICOLON,
    COMMENT,
    /** The rest of a text whose quoting cannot be decided: all of it may be data. */
    OPAQUE;

    boolean opens() {
        return this == OPEN || this == OPEN_BRACKET;
    }

    boolean closes() {
        return this == CLOSE || this == CLOSE_BRACKET;
    }

    /** Whether the token ends an operand, so that a sign after it is binary. Words are decided by {@link Word}. */
    boolean endsOperand() {
        return switch (this) {
            case QUOTED_NAME, STRING, NUMBER, VALUE_WORD, PLACEHOLDER, CLOSE, CLOSE_BRACKET -> true;
            default -> false;
        };
    }
}
