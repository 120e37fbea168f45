package com.footstone.audit.analysis;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.analysis.Places.Place;
import com.footstone.audit.model.Conversion;

/**
 * Finds out which literals of one text make the database convert a column. Only texts whose statements compare columns of
 * text are looked at, so that no other one waits for it.
 */
final class LiteralComparisons {

    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "^=", "<=>");

    private final CodeTokens tokens;
    private final Places places;
    private final Map<String, Comparison> comparisons;
    private final Set<Conversion> found = new LinkedHashSet<>();

    private LiteralComparisons(CodeTokens tokens, Map<String, Comparison> comparisons) {
        this.tokens = tokens;
        this.places = Places.of(tokens);
        this.comparisons = comparisons;
    }

    /**
     * The conversions of a text, whose quotes pair.
     *
     * @param comparisons by how they are written
     */
    static Set<Conversion> of(String sql, Dialect dialect, Map<String, Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return Set.of();
        }
        LiteralComparisons literals = new LiteralComparisons(CodeTokens.of(sql, dialect), comparisons);
        for (int i = 1; i < literals.tokens.size(); i++) {
            if (literals.places.place(i) == Place.CONDITION) {
                literals.token(i);
            }
        }
        return literals.found;
    }

    private void token(int i) {
        if (tokens.is(i, TokenKind.OPERATOR) && OPERATORS.contains(tokens.spelling(i))) {
            if (stands(i + 1, i + 1)) {
                compared(columnEndingAt(i - 1), i + 1);
            } else if (stands(i - 1, i - 1)) {
                compared(columnFrom(i + 1), i - 1);
            }
        } else if (tokens.is(i, Word.BETWEEN)) {
            compared(columnEndingAt(tokens.is(i - 1, Word.NOT) ? i - 2 : i - 1), i + 1);
        } else if (tokens.is(i, Word.IN) && tokens.is(i + 1, TokenKind.OPEN)) {
            listed(columnEndingAt(tokens.is(i - 1, Word.NOT) ? i - 2 : i - 1), i + 1);
        }
    }

    private void listed(String column, int open) {
        Comparison comparison = column == null ? null : comparisons.get(column);
        if (comparison == null) {
            return;
        }
        int close = tokens.close(open, CodeTokens.MOST);
        for (int i = open + 1; i < close; i++) {
            boolean alone = tokens.is(i - 1, TokenKind.COMMA) || i - 1 == open;
            if (alone && (tokens.is(i + 1, TokenKind.COMMA) || i + 1 == close)) {
                compared(comparison, i);
            }
        }
    }

    private void compared(String column, int literal) {
        Comparison comparison = column == null ? null : comparisons.get(column);
        if (comparison != null) {
            compared(comparison, literal);
        }
    }

    private void compared(Comparison comparison, int literal) {
        ColumnType type = typeOf(literal);
        Conversion conversion = type == null ? null : comparison.with(type, tokens.dialect());
        if (conversion != null) {
            found.add(conversion);
        }
    }

    private ColumnType typeOf(int literal) {
        if (tokens.is(literal, TokenKind.NUMBER)) {
            return isOfBytes(tokens.spelling(literal)) ? null : ColumnType.NUMBER;
        }
        boolean national =
                tokens.is(literal, TokenKind.STRING) && tokens.spelling(literal).startsWith("n'");
        return national ? ColumnType.NATIONAL_TEXT : null;
    }

    /** 0x61 is a text of bytes to the databases that know it, and 0b1 is. */
    private static boolean isOfBytes(String number) {
        return number.startsWith("0x") || number.startsWith("0b");
    }

    /** Whether a literal is all that stands on its side of an operator. */
    private boolean stands(int first, int last) {
        return typeOf(first) != null && !isArithmetic(first - 1, true) && !isArithmetic(last + 1, false);
    }

    /** Whether an operator binds closer than a comparison does. */
    private boolean isArithmetic(int i, boolean before) {
        boolean comparison = tokens.is(i, TokenKind.OPERATOR) && OPERATORS.contains(tokens.spelling(i));
        boolean concatenation = tokens.is(i, TokenKind.OPERATOR) && !comparison;
        return concatenation || (!before && tokens.is(i, Word.COLLATE));
    }

    /** The column that is all that stands before a token, as {@link Comparison#written} has it; null if it is none. */
    private String columnEndingAt(int last) {
        if (!isNamePart(last)) {
            return null;
        }
        int first = last;
        while (tokens.is(first - 1, TokenKind.DOT) && isNamePart(first - 2)) {
            first -= 2;
        }
        return isArithmetic(first - 1, true) ? null : written(first, last);
    }

    /** Likewise after a token. */
    private String columnFrom(int first) {
        if (!isNamePart(first)) {
            return null;
        }
        int last = first;
        while (tokens.is(last + 1, TokenKind.DOT) && isNamePart(last + 2)) {
            last += 2;
        }
        return isArithmetic(last + 1, false) || tokens.is(last + 1, TokenKind.OPEN) ? null : written(first, last);
    }

    private boolean isNamePart(int i) {
        return tokens.is(i, TokenKind.WORD) || tokens.is(i, TokenKind.QUOTED_NAME);
    }

    private String written(int first, int last) {
        String name = name(last);
        return first == last ? name : name(last - 2) + "." + name;
    }

    private String name(int i) {
        return Names.key(tokens.spelling(i)).toLowerCase(Locale.ROOT);
    }
}
