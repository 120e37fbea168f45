package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.analysis.ConstantCondition.Outcome;
import com.footstone.audit.analysis.Places.Place;
import com.footstone.audit.model.InjectionSign;

/** Signs in conditions: those without columns, and choices by them. */
final class ConditionSigns {

    private final CodeTokens tokens;
    private final Places places;
    private final Set<InjectionSign> signs;
    private final boolean mysql;
    private boolean between;

    ConditionSigns(CodeTokens tokens, Places places, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.places = places;
        this.signs = signs;
        this.mysql = tokens.dialect() == Dialect.MYSQL;
    }

    void read() {
        for (int i = 0; i < tokens.size(); i++) {
            Word word = tokens.word(i);
            if (word != null) {
                keyword(i, word);
            } else if (tokens.is(i, TokenKind.OPERATOR)) {
                operator(i);
            } else if (tokens.isOf(i, SuspectNames.CHOICES) && tokens.is(i + 1, TokenKind.OPEN)) {
                choice(i, i + 2);
            }
        }
    }

    private void keyword(int i, Word word) {
        switch (word) {
            case OR -> alternative(i, false);
            case AND -> {
                if (!between) {
                    conjunct(i);
                }
                between = false;
            }
            case HAVING -> conjunct(i);
            case BETWEEN -> between = true;
            case WHEN -> choice(i, i + 1);
            case IF -> {
                if (tokens.is(i + 1, TokenKind.OPEN)) {
                    choice(i, i + 2);
                }
            }
            default -> {}
        }
    }

    private void operator(int i) {
        if (mysql && tokens.is(i, "||")) {
            alternative(i, true);
        } else if (mysql && tokens.is(i, "&&")) {
            conjunct(i);
        } else if (tokens.is(i, "/") && tokens.number(i + 1) == 0 && tokens.is(i - 1, TokenKind.NUMBER)) {
            divided(i);
        } else if (isArithmetic(i) && tokens.is(i - 1, TokenKind.STRING) && tokens.is(i + 1, TokenKind.STRING)) {
            juggled(i);
        }
    }

    private void alternative(int i, boolean mustCompare) {
        if (isItself(i + 1)) {
            signs.add(InjectionSign.CONSTANT_ALTERNATIVE);
            return;
        }
        ConstantCondition condition = ConstantCondition.at(tokens, i + 1);
        if (condition == null || (mustCompare && !condition.compares())) {
            return;
        }
        if (condition.outcome() == Outcome.FAILS) {
            if (!condition.plain()) {
                signs.add(InjectionSign.CONSTANT_CONDITION);
            }
        } else if (isOptionalFilter(i, condition)) {
            signs.add(InjectionSign.CONSTANT_CONDITION);
        } else {
            signs.add(InjectionSign.CONSTANT_ALTERNATIVE);
        }
    }

    /** {@code (a = 5 OR 5 = 0)}: a filter that a value switches off, its parameter written out. */
    private boolean isOptionalFilter(int i, ConstantCondition condition) {
        boolean sameValue = tokens.isLiteral(i - 1) && tokens.alike(i - 1, i + 1);
        if (!sameValue || !tokens.is(condition.end(), TokenKind.CLOSE) || !tokens.is(i - 2, TokenKind.OPERATOR)) {
            return false;
        }
        int name = i - 3;
        while (tokens.is(name - 1, TokenKind.DOT)) {
            name -= 2;
        }
        return tokens.isName(name) && tokens.is(name - 1, TokenKind.OPEN);
    }

    /** A column compared with itself. */
    private boolean isItself(int first) {
        int i = first;
        while (tokens.is(i + 1, TokenKind.DOT)) {
            i += 2;
        }
        int length = i - first + 1;
        if (!tokens.isName(first) || !tokens.is(i + 1, "=")) {
            return false;
        }
        for (int part = 0; part < length; part++) {
            if (!tokens.alike(first + part, i + 2 + part)) {
                return false;
            }
        }
        return !tokens.is(i + 2 + length, TokenKind.DOT) && !tokens.is(i + 2 + length, TokenKind.OPEN);
    }

    private void conjunct(int i) {
        ConstantCondition condition = ConstantCondition.at(tokens, i + 1);
        if (condition == null) {
            return;
        }
        boolean random = condition.compares() && !condition.plain();
        signs.add(random ? InjectionSign.RANDOM_COMPARISON : InjectionSign.CONSTANT_CONDITION);
    }

    private void choice(int at, int begin) {
        boolean listed = places.place(at) == Place.LIST && places.query(at).depth == 0;
        if (listed && !places.query(at).branch) {
            return;
        }
        ConstantCondition condition = ConstantCondition.at(tokens, begin);
        boolean ended = condition != null
                && (tokens.is(condition.end(), Word.THEN) || tokens.is(condition.end(), TokenKind.COMMA));
        if (ended && condition.compares()) {
            signs.add(InjectionSign.CONSTANT_CHOICE);
        }
    }

    private void divided(int i) {
        if (!tokens.is(i - 2, Word.SELECT) && places.isWithin(i)) {
            signs.add(InjectionSign.DIVISION_BY_ZERO);
        }
    }

    private boolean isArithmetic(int i) {
        return mysql
                && (tokens.is(i, "=")
                        || tokens.is(i, "-")
                        || tokens.is(i, "+")
                        || tokens.is(i, "*")
                        || tokens.is(i, "^"));
    }

    /** A column compared with two strings at once, which MySQL takes for numbers: {@code a = ''-''}. */
    private void juggled(int i) {
        if (places.place(i) == Place.CONDITION && tokens.is(i - 2, "=") && tokens.isName(i - 3)) {
            signs.add(InjectionSign.CONSTANT_ALTERNATIVE);
        }
    }
}
