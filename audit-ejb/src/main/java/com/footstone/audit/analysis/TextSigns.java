package com.footstone.audit.analysis;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.analysis.literal.LiteralScan;
import com.footstone.audit.model.InjectionSign;
import com.footstone.audit.model.TextTraits;
import com.footstone.audit.model.Trait;

/** Notes what depends on the literals and comments of a text, which the fingerprint does not know. */
final class TextSigns {

    private final Tautology tautology = new Tautology();
    private final LeadingWildcard wildcard = new LeadingWildcard();
    private final BackupTarget backup = new BackupTarget();
    private final Suspicion suspicion = new Suspicion();
    private final ValueNames names = new ValueNames();
    /** Null as long as no literal is long enough to be of interest. */
    private LiteralScan scan;

    private Set<Trait> traits = Set.of();
    private int literals;
    private int placeholders;

    void accept(Lexer token) {
        suspicion.accept(token);
        switch (token.kind()) {
            case COMMENT -> {
                if (!isHint(token)) {
                    note(Trait.COMMENT);
                }
                return;
            }
            case STRING -> {
                literals++;
                recognise(token);
            }
            case NUMBER -> {
                literals++;
                recognise(token);
            }
            case OPAQUE -> recognise(token);
            case PLACEHOLDER -> placeholders++;
            case WORD, QUOTED_NAME -> names.word(token);
            case OPEN -> names.open(token);
            case CLOSE -> names.close(token);
            case COMMA -> names.comma();
            case SEMICOLON -> names.semicolon();
            default -> {}
        }
        if (tautology.accept(token)) {
            note(Trait.ALWAYS_TRUE);
        }
        if (wildcard.accept(token)) {
            note(Trait.LEADING_WILDCARD);
        }
        if (backup.accept(token)) {
            note(Trait.BACKUP_ELSEWHERE);
        }
    }

    private void recognise(Lexer token) {
        if (token.end() - token.start() < LiteralScan.SHORTEST) {
            return;
        }
        if (scan == null) {
            scan = new LiteralScan();
        }
        if (token.kind() == TokenKind.NUMBER) {
            scan.number(token.text(), token.start(), token.end(), names);
        } else {
            scan.string(token.text(), token.start(), token.end(), names);
        }
    }

    /** Hints, and MySQL's comments that are code. */
    private static boolean isHint(Lexer token) {
        char third = token.end() - token.start() > 2 ? token.text().charAt(token.start() + 2) : 0;
        return third == '+' || third == '!' || third == 'M';
    }

    private void note(Trait trait) {
        if (traits.isEmpty()) {
            traits = EnumSet.of(trait);
        } else {
            traits.add(trait);
        }
    }

    /** Whether the text is worth looking for signs of injection. */
    boolean suspicious() {
        return suspicion.raised();
    }

    /** @param signs of injection, which were looked for apart */
    TextTraits traits(TextOutline outline, Set<InjectionSign> signs) {
        if (tautology.end()) {
            note(Trait.ALWAYS_TRUE);
        }
        if (outline.statements() > 1) {
            note(Trait.SEVERAL_STATEMENTS);
        }
        if (outline.queriesBeside()) {
            note(Trait.QUERY_BESIDE);
        }
        return new TextTraits(traits, literals, placeholders, signs, scan == null ? Map.of() : scan.counts(), Set.of());
    }
}
