package com.footstone.audit.analysis;

/** Knows where a database takes a word, or what is in double quotes, for a value rather than a name. */
sealed interface BareValues permits CallArguments, Passwords {

    /** Those of a database, or null if it has none. */
    static BareValues of(Dialect dialect) {
        return switch (dialect) {
            case SQL_SERVER -> new CallArguments();
            case ORACLE, UNKNOWN -> new Passwords();
            case POSTGRESQL, MYSQL -> null;
        };
    }

    /** Whether double quotes that open here hold a value. */
    boolean areNext();

    /** Whether a word just found is a value, to be asked before the token is accepted. */
    boolean has(TokenCursor word);

    /**
     * To be called with each token that is no comment.
     *
     * @param value whether it was a word that is a value
     */
    void accept(TokenCursor token, boolean value);
}
