package com.footstone.audit.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.footstone.audit.model.Conversion;
import com.footstone.audit.model.TextTraits;

/**
 * What the conditions of a statement compare, as far as the database may have to convert columns for it.
 *
 * @param withValues columns that literals may be compared with
 * @param converting what the database converts whatever the literals
 */
record Comparisons(List<Comparison> withValues, Set<Conversion> converting) {

    static final Comparisons NONE = new Comparisons(List.of(), Set.of());

    Comparisons {
        withValues = List.copyOf(withValues);
        converting = Set.copyOf(converting);
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
