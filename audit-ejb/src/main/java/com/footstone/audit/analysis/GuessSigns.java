package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.analysis.Places.Place;
import com.footstone.audit.model.InjectionSign;

/** Signs that an answer which is not shown is asked for in other ways: letter by letter, or by a failing conversion. */
final class GuessSigns {

    private static final int NEAR = 12;
    private static final int FAR = 96;
    private static final NameSet LENGTHS = NameSet.of("length", "len", "char_length");
    private static final NameSet SERVER_VARIABLES = NameSet.of(
            "@@version",
            "@@hostname",
            "@@servername",
            "@@datadir",
            "@@basedir",
            "@@version_compile_os",
            "@@global.version");

    private final CodeTokens tokens;
    private final Places places;
    private final Set<InjectionSign> signs;

    GuessSigns(CodeTokens tokens, Places places, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.places = places;
        this.signs = signs;
    }

    void read() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = tokens.is(i + 1, TokenKind.OPEN);
            if (called && isLetters(i) && isCompared(i) && asksWithin(i)) {
                signs.add(InjectionSign.GUESS_BY_LETTER);
            } else if (called && tokens.isOf(i, SuspectNames.CONVERSIONS) && comparesNumber(i) && asks(i + 1)) {
                signs.add(InjectionSign.NUMBER_OF_QUERY);
            } else if (tokens.is(i, TokenKind.OPEN) && tokens.is(i + 1, Word.SELECT)) {
                query(i);
            } else if (isFact(i)) {
                fact(i);
            }
        }
    }

    /** Whether a token is where something is decided; what a query shows may well be cut to size. */
    private boolean isCompared(int i) {
        Query owner = places.query(i);
        return places.isWithin(i) && (places.place(i) != Place.LIST || owner.depth > 0 || owner.branch);
    }

    private boolean isLetters(int i) {
        return tokens.isOf(i, SuspectNames.LETTERS)
                || tokens.isOf(i, SuspectNames.CODES)
                || tokens.isOf(i, LENGTHS)
                || tokens.is(i, Word.LEFT);
    }

    /** Whether, behind brackets and other such functions, a query begins or a fact of the server is asked for. */
    private boolean asksWithin(int i) {
        for (int at = i + 1; at < i + NEAR; at++) {
            if (tokens.is(at, Word.SELECT) || isFact(at)) {
                return true;
            }
            boolean goesOn = tokens.is(at, TokenKind.OPEN)
                    || tokens.isOf(at, SuspectNames.GUESSES)
                    || tokens.is(at, Word.LEFT)
                    || tokens.is(at, Word.DISTINCT);
            if (!goesOn) {
                return false;
            }
        }
        return false;
    }

    private boolean comparesNumber(int i) {
        return tokens.is(i - 1, TokenKind.OPERATOR) && tokens.isLiteral(i - 2) && places.place(i) != Place.LIST;
    }

    /** Whether a bracket has a query or a fact of the server in it. */
    private boolean asks(int open) {
        int close = tokens.close(open, FAR);
        for (int i = open + 1; i <= close; i++) {
            if (tokens.is(i, Word.SELECT) || isFact(i)) {
                return true;
            }
        }
        return false;
    }

    private void query(int open) {
        int close = tokens.close(open, FAR);
        if (tokens.is(close + 1, "::") && comparesNumber(open)) {
            signs.add(InjectionSign.NUMBER_OF_QUERY);
        }
        boolean letter = isLetters(open + 2) && !tokens.isOf(open + 2, LENGTHS) && tokens.is(open + 3, TokenKind.OPEN);
        boolean constant = tokens.is(open + 2, TokenKind.STRING);
        boolean compared = tokens.is(close + 1, TokenKind.OPERATOR) && tokens.isLiteral(close + 2);
        if (compared && (letter || constant)) {
            signs.add(InjectionSign.GUESS_BY_LETTER);
        }
    }

    private boolean isFact(int i) {
        if (tokens.is(i - 1, TokenKind.DOT) || !tokens.is(i, TokenKind.WORD)) {
            return false;
        }
        return tokens.isOf(i, SERVER_VARIABLES)
                || (tokens.isOf(i, SuspectNames.SERVER_FACTS) && (tokens.is(i + 1, TokenKind.OPEN) || isBare(i)));
    }

    /** Facts that are asked for without brackets. */
    private boolean isBare(int i) {
        String name = tokens.spelling(i);
        return name.equals("current_user") || name.equals("session_user") || name.equals("system_user");
    }

    private void fact(int i) {
        Place place = places.place(i);
        boolean variable = tokens.isOf(i, SERVER_VARIABLES);
        boolean listed = place == Place.LIST && places.query(i).branch;
        boolean queried = place == Place.LIST && places.query(i).depth > 0 && !places.query(i).hasFrom;
        if (listed || queried || (variable && (place == Place.CONDITION || place == Place.ORDER))) {
            signs.add(InjectionSign.SERVER_FACTS);
        }
        if (place == Place.CONDITION && tokens.is(i - 1, TokenKind.OPERATOR) && tokens.is(i - 2, TokenKind.NUMBER)) {
            signs.add(InjectionSign.NUMBER_OF_QUERY);
        }
    }
}
