package com.footstone.audit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.model.Conversion;
import com.footstone.audit.model.TextTraits;

/**
 * What the conditions of a statement compare, as far as the database may have to convert columns for it.
 *
 * @param withValues columns of text that literals may be compared with, by how they are written
 * @param converting what the database converts whatever the literals
 */
record Comparisons(Map<String, Comparison> withValues, Set<Conversion> converting) {

    static final Comparisons NONE = new Comparisons(Map.of(), Set.of());

    Comparisons {
        withValues = Map.copyOf(withValues);
        converting = Set.copyOf(converting);
    }

    /**
     * Keeps what a literal can convert. A spelling that stands for two columns is not kept: which of them a literal is
     * compared with is not known.
     *
     * @param compared all columns that literals may be compared with, whatever their types
     */
    static Comparisons of(Set<Comparison> compared, Set<Conversion> converting) {
        if (compared.isEmpty() && converting.isEmpty()) {
            return NONE;
        }
        Map<String, Comparison> only = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Comparison comparison : compared) {
            if (only.putIfAbsent(comparison.written(), comparison) != null) {
                several.add(comparison.written());
            }
        }
        only.keySet().removeAll(several);
        only.values().removeIf(comparison -> !comparison.type().isText());
        return new Comparisons(only, converting);
    }

    /** The traits of one text of the statement, with what the database has to convert for it. */
    TextTraits addTo(TextTraits traits, String sql, Dialect dialect) {
        if (withValues.isEmpty() && converting.isEmpty()) {
            return traits;
        }
        Set<Conversion> all = new LinkedHashSet<>(converting);
        all.addAll(LiteralComparisons.of(sql, dialect, withValues));
        return traits.converting(all);
    }
}
