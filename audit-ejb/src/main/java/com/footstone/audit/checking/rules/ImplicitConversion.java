package com.footstone.audit.checking.rules;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Conversion;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds conditions for which the database converts a column, where the schema is declared. */
@Dependent
public final class ImplicitConversion implements EventRule {

    private static final int MOST_IN_MESSAGE = 5;

    private static final RuleInfo INFO = RuleInfo.of(
            "ImplicitConversion",
            "Implicit conversion of a column",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "A condition compares a column with values of another type, so that the database converts the column of each row.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return ImplicitConversion::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        Set<Conversion> conversions = event.text().conversions();
        if (conversions.isEmpty()) {
            return RuleResult.CLEAR;
        }
        String columns = conversions.stream()
                .map(ImplicitConversion::text)
                .sorted()
                .limit(MOST_IN_MESSAGE)
                .collect(Collectors.joining(", "));
        return INFO.raise(
                Severity.MEDIUM,
                80,
                "The database converts a column before it compares it: " + columns + ".",
                Map.of("columns", columns));
    }

    private static String text(Conversion conversion) {
        String table = conversion.table().isEmpty() ? "" : conversion.table() + ".";
        return table + conversion.column() + " (" + conversion.from() + " to " + conversion.to() + ")";
    }
}
