package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.analysis.Places.Place;
import com.footstone.audit.model.InjectionSign;

/** Signs in what is called, and where: functions that wait, that go outside, that raise errors on purpose. */
final class CallSigns {

    private static final long MANY = 100_000;
    private static final NameSet RAND = NameSet.of("rand");
    private static final NameSet FLOOR = NameSet.of("floor");
    private static final NameSet EXP = NameSet.of("exp");
    private static final NameSet XML = NameSet.of("xmltype");

    private final CodeTokens tokens;
    private final Places places;
    private final Set<InjectionSign> signs;

    CallSigns(CodeTokens tokens, Places places, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.places = places;
        this.signs = signs;
    }

    void read() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenKind.WORD) && tokens.word(i) == null) {
                boolean called = tokens.is(i + 1, TokenKind.OPEN);
                if (called || tokens.is(i + 1, TokenKind.DOT) || places.behindOnLine(i)) {
                    name(i, called);
                }
            } else if (tokens.is(i, Word.WAITFOR) && (places.behindOnLine(i) || places.place(i) == Place.CONDITION)) {
                signs.add(InjectionSign.WAIT_WITHIN);
            }
        }
    }

    private void name(int i, boolean called) {
        Place place = places.place(i);
        boolean within = places.isWithin(i) || places.behindOnLine(i);
        boolean value = place == Place.VALUES || place == Place.ASSIGN;
        if (called && tokens.isOf(i, SuspectNames.WAITS) && (within || value)) {
            signs.add(InjectionSign.WAIT_WITHIN);
        } else if (tokens.isOf(i, SuspectNames.OUTSIDE) && within && place != Place.SOURCE) {
            signs.add(InjectionSign.OUT_OF_BAND);
        } else if (isError(i, called) && (within || value)) {
            signs.add(InjectionSign.ERROR_FUNCTION);
        } else if (called && within && tokens.isOf(i, SuspectNames.LOADS) && isLarge(i)) {
            signs.add(InjectionSign.HEAVY_LOAD);
        }
    }

    private boolean isError(int i, boolean called) {
        if (tokens.isOf(i, SuspectNames.ERRORS)) {
            return true;
        }
        if (!called) {
            return false;
        }
        if (tokens.isOf(i, SuspectNames.ERRORS_OF_LITERALS)) {
            return tokens.isLiteral(i + 2) || tokens.isOf(i + 2, RAND);
        }
        if (tokens.isOf(i, SuspectNames.ERRORS_OF_QUERIES)) {
            return beginsQuery(i + 2);
        }
        if (tokens.isOf(i, FLOOR)) {
            return tokens.isOf(i + 2, RAND) && tokens.number(i + 4) == 0;
        }
        return (tokens.isOf(i, EXP) && tokens.is(i + 2, "~")) || isMadeUpXml(i);
    }

    private boolean beginsQuery(int from) {
        int i = from;
        while (tokens.is(i, TokenKind.OPEN)) {
            i++;
        }
        return i > from && tokens.is(i, Word.SELECT);
    }

    /** A document put together from the answer of a query. */
    private boolean isMadeUpXml(int i) {
        if (!tokens.isOf(i, XML) || !places.isWithin(i)) {
            return false;
        }
        int close = tokens.close(i + 1, 128);
        for (int at = i + 2; at < close; at++) {
            if (tokens.is(at, Word.SELECT) && tokens.is(at - 1, TokenKind.OPEN) && at > i + 3) {
                return true;
            }
        }
        return false;
    }

    private boolean isLarge(int i) {
        int close = tokens.close(i + 1, 16);
        for (int at = i + 2; at < close; at++) {
            if (tokens.number(at) >= MANY) {
                return true;
            }
        }
        return false;
    }
}
