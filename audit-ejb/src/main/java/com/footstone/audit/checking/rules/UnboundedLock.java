package com.footstone.audit.checking.rules;

import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.Trait;

/** Finds queries that lock as many rows as there happen to be. */
@Dependent
public final class UnboundedLock implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "UnboundedLock",
            "Lock without bounds",
            Severity.MEDIUM,
            Category.RELIABILITY,
            "SELECT … FOR UPDATE has no limit and does not go by a key; without WHERE it locks the whole table.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return UnboundedLock::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        Statement statement = event.statement();
        if (!ResultSize.queries(event) || !event.has(Trait.LOCKS_ROWS)) {
            return RuleResult.NOT_APPLICABLE;
        }
        if (statement.rowLimit() == Presence.PRESENT) {
            return RuleResult.CLEAR;
        }
        if (statement.where() == Presence.ABSENT) {
            return INFO.raise(Severity.HIGH, 90, "Every row of a table is locked.", Map.of());
        }
        boolean byKey = statement.columns().stream().anyMatch(UnboundedLock::isKey);
        return byKey || !statement.complete()
                ? RuleResult.CLEAR
                : INFO.raise(Severity.MEDIUM, 60, "Rows are locked without a limit, and not by a key.", Map.of());
    }

    /** By its name: the text does not say more. */
    private static boolean isKey(ColumnUse use) {
        String name = use.column().toLowerCase(Locale.ROOT);
        return use.clause() == Clause.FILTERED
                && (name.endsWith("id") || name.endsWith("key") || name.endsWith("code") || name.endsWith("number"));
    }
}
