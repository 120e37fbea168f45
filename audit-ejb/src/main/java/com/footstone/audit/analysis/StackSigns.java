package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.analysis.Places.Place;
import com.footstone.audit.model.InjectionSign;

/** Signs in statements that stand behind another one on the same line; scripts have a line for each. */
final class StackSigns {

    private static final NameSet SHUTDOWN = NameSet.of("shutdown");

    private final CodeTokens tokens;
    private final Places places;
    private final Set<InjectionSign> signs;

    StackSigns(CodeTokens tokens, Places places, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.places = places;
        this.signs = signs;
    }

    void read() {
        for (int number = 1; number < places.statements(); number++) {
            int begin = places.begin(number);
            if (places.behindOnLine(begin)) {
                stacked(tokens.word(places.begin(0)), begin);
            }
        }
        if (tokens.dialect() == Dialect.SQL_SERVER) {
            withoutSemicolon();
        }
    }

    private void stacked(Word first, int begin) {
        Word verb = tokens.word(begin);
        boolean changes = first == Word.INSERT || first == Word.UPDATE || first == Word.DELETE;
        if (isDestruction(begin) || (!changes && isCommand(verb))) {
            signs.add(InjectionSign.STACKED_COMMAND);
        } else if (isCommand(verb) || (!changes && isChange(verb))) {
            signs.add(InjectionSign.STACKED_CHANGE);
        }
    }

    /** SQL Server asks for no semicolon between statements. */
    private void withoutSemicolon() {
        for (int i = 1; i < tokens.size(); i++) {
            boolean command = isDestruction(i) || tokens.is(i, Word.EXEC) || tokens.is(i, Word.DECLARE);
            boolean midway = places.place(i) == Place.CONDITION || places.place(i) == Place.ORDER;
            if (command && midway && endsOperand(i - 1) && !tokens.beginsLine(i)) {
                signs.add(InjectionSign.STACKED_COMMAND);
            }
        }
    }

    private boolean endsOperand(int i) {
        return tokens.isLiteral(i) || tokens.is(i, TokenKind.CLOSE) || tokens.isName(i);
    }

    private boolean isDestruction(int i) {
        Word verb = tokens.word(i);
        return ((verb == Word.DROP || verb == Word.TRUNCATE) && !isOfSession(i))
                || verb == Word.GRANT
                || verb == Word.COPY
                || tokens.isOf(i, SHUTDOWN);
    }

    /** DROP TABLE #t, IF EXISTS or not: batches clean up behind themselves. */
    private boolean isOfSession(int verb) {
        for (int i = verb + 1; i < Math.min(verb + 7, tokens.size()); i++) {
            if (tokens.isName(i) && tokens.spelling(i).startsWith("#")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommand(Word verb) {
        return verb == Word.EXEC
                || verb == Word.EXECUTE
                || verb == Word.DECLARE
                || verb == Word.CREATE
                || verb == Word.ALTER
                || verb == Word.REVOKE
                || verb == Word.CALL
                || verb == Word.DO
                || verb == Word.LOAD
                || verb == Word.KILL;
    }

    private static boolean isChange(Word verb) {
        return verb == Word.INSERT
                || verb == Word.UPDATE
                || verb == Word.DELETE
                || verb == Word.REPLACE
                || verb == Word.MERGE;
    }
}
