package com.footstone.audit.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is of note in the text of one execution. It holds no literal.
 *
 * @param traits those that depend on the text
 * @param literals strings and numbers in the text
 * @param placeholders values that are bound instead
 * @param signs what looks as if it had come in by input
 * @param recognised how many literals were recognised as something sensitive, by what
 * @param conversions columns that the database has to convert for it, as far as its schema is known
 */
public record TextTraits(
        Set<Trait> traits,
        int literals,
        int placeholders,
        Set<InjectionSign> signs,
        Map<LiteralKind, Integer> recognised,
        Set<Conversion> conversions) {

    /** Nothing of note. */
    public static final TextTraits NONE = new TextTraits(Set.of(), 0, 0, Set.of(), Map.of(), Set.of());

    public TextTraits {
        traits = Set.copyOf(Objects.requireNonNull(traits, "traits is null"));
        Checks.requireAtLeast(literals, "literals", 0);
        Checks.requireAtLeast(placeholders, "placeholders", 0);
        signs = Set.copyOf(Objects.requireNonNull(signs, "signs is null"));
        Objects.requireNonNull(recognised, "recognised is null");
        recognised = recognised.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(recognised));
        conversions = Set.copyOf(Objects.requireNonNull(conversions, "conversions is null"));
    }

    /** The same with what the database has to convert. */
    public TextTraits converting(Set<Conversion> found) {
        return new TextTraits(traits, literals, placeholders, signs, recognised, found);
    }
}
