package com.footstone.audit.analysis;

import java.util.EnumSet;
import java.util.Set;

import com.footstone.audit.model.InjectionSign;

/**
 * Finds signs of injected input in a text. It reads the text as its database would, quotes that do not pair included: what
 * is secret is no concern of it, for nothing but the signs comes out. Takes time linear in the text's length.
 */
final class InjectionReader {

    private InjectionReader() {}

    static Set<InjectionSign> read(CharSequence sql, Dialect dialect) {
        CodeTokens tokens = CodeTokens.of(sql, dialect);
        Places places = Places.of(tokens);
        if (tokens.size() == 0 || places.tooDeep()) {
            return Set.of();
        }
        Set<InjectionSign> signs = EnumSet.noneOf(InjectionSign.class);
        new ConditionSigns(tokens, places, signs).read();
        new UnionSigns(tokens, places, signs).read();
        new CallSigns(tokens, places, signs).read();
        new GuessSigns(tokens, places, signs).read();
        new StackSigns(tokens, places, signs).read();
        if (tokens.size() < CodeTokens.MOST) {
            new CommentSigns(tokens, places, signs).read();
        }
        new EncodingSigns(tokens, signs).read();
        return signs;
    }
}
