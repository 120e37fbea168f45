package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.footstone.audit.model.InjectionSign;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.TextTraits;

/** Reads a text by its tokens, in one pass; two if it has a stray quote or is no statement. */
final class TextReader {

    static final String SEVERAL = "several statements in one text: kind, where and limit tell of one";
    static final String OPAQUE = "quotes do not pair: part of the text was taken for a literal";
    static final String NORMALIZED_CUT = "normalized text cut";
    static final String REDACTED_CUT = "redacted text cut";

    private final AnalysisSettings settings;

    TextReader(AnalysisSettings settings) {
        this.settings = settings;
    }

    TextReading read(CharSequence sql, Dialect dialect) {
        Lexer lexer = new Lexer(sql, dialect);
        TextOutline outline = new TextOutline();
        TextReading reading = read(lexer, sql, outline);
        if (lexer.hasStrayQuote()) {
            return read(new Lexer(sql, dialect, lexer.firstQuote()), sql, new TextOutline());
        }
        // Of a text that is no statement nobody knows that double quotes are for names: it may be JSON, XML or a log
        // line.
        if (outline.isDoubtful() && lexer.firstDoubleQuotedName() >= 0) {
            return read(new Lexer(sql, dialect, lexer.firstDoubleQuotedName()), sql, new TextOutline());
        }
        return reading;
    }

    private TextReading read(Lexer lexer, CharSequence sql, TextOutline outline) {
        Redactor redactor = new Redactor(sql.length(), settings.maxRedactedLength());
        Normalizer normalizer = new Normalizer(sql.length(), false);
        TextSigns signs = new TextSigns();
        int opaqueFrom = sql.length();
        while (lexer.advance()) {
            redactor.accept(lexer);
            normalizer.accept(lexer);
            outline.accept(lexer);
            signs.accept(lexer);
            if (lexer.kind() == TokenKind.OPAQUE) {
                opaqueFrom = lexer.start();
            }
        }
        // Quotes out of step hide code from this reading, but not from the one that looks for signs.
        Set<InjectionSign> injection = signs.suspicious() ? InjectionReader.read(sql, lexer.dialect()) : Set.of();
        TextTraits traits = signs.traits(outline.end(), injection);
        return reading(redactor, normalizer.text(), outline, traits, opaqueFrom, sql.length());
    }

    private TextReading reading(
            Redactor redactor,
            StringBuilder normalized,
            TextOutline outline,
            TextTraits traits,
            int opaqueFrom,
            int length) {
        int max = settings.maxNormalizedLength();
        boolean opaque = opaqueFrom < length;
        List<String> gaps = new ArrayList<>();
        addIf(opaque, OPAQUE, gaps);
        addIf(outline.statements() > 1, SEVERAL, gaps);
        addIf(normalized.length() > max, NORMALIZED_CUT + " at " + max + " characters", gaps);
        addIf(redactor.cut(), REDACTED_CUT + " at " + settings.maxRedactedLength() + " characters", gaps);
        StatementOutline main = outline.main();
        StatementOutline rows = outline.ofRows();
        return new TextReading(
                Fingerprint.of(normalized),
                normalized.length() > max ? Bounds.cut(normalized, max) : normalized.toString(),
                redactor.text(),
                main.kind(),
                opaque ? Presence.UNKNOWN : rows.where(),
                opaque ? Presence.UNKNOWN : rows.rowLimit(),
                rows.offset(),
                rows.limit(),
                outline.statements(),
                outline.deepest(),
                normalized.length(),
                opaqueFrom,
                List.copyOf(gaps),
                traits);
    }

    private static void addIf(boolean condition, String gap, List<String> gaps) {
        if (condition) {
            gaps.add(gap);
        }
    }
}
