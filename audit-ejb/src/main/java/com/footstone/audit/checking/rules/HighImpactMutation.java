package com.footstone.audit.checking.rules;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.Excess;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

/** Finds statements that changed many rows at once, with or without WHERE. */
@Dependent
public final class HighImpactMutation implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.highImpactMutation.threshold",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "1000",
            "Changing more rows with one statement is of high impact.");
    static final Setting<Long> CRITICAL = Setting.of(
            "checker.highImpactMutation.critical",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "10000",
            "Changing more rows with one statement is critical.");

    private static final RuleInfo INFO = RuleInfo.of(
            "HighImpactMutation",
            "Many rows changed at once",
            Severity.MEDIUM,
            Category.DATA_CHANGE,
            "One INSERT, UPDATE, DELETE or MERGE changed more rows than the threshold; far more is critical.",
            THRESHOLD,
            CRITICAL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        thresholds.requireOrder(THRESHOLD, CRITICAL);
        long threshold = thresholds.get(THRESHOLD);
        long critical = thresholds.get(CRITICAL);
        return event -> check(event, threshold, critical);
    }

    private static RuleResult check(AnalysedEvent event, long threshold, long critical) {
        long rows = event.event().rowsAffected();
        if (rows == SqlEvent.UNKNOWN_COUNT || !mutates(event)) {
            return RuleResult.NOT_APPLICABLE;
        }
        if (rows <= threshold) {
            return RuleResult.CLEAR;
        }
        Severity severity = rows > critical ? Severity.CRITICAL : Severity.MEDIUM;
        String message = "One statement changed " + rows + " rows, more than " + threshold + ".";
        return INFO.raise(severity, 100, message, new Excess("rows", rows, threshold).evidence());
    }

    /** What analysis could not read at all is what its producer says it is. */
    private static boolean mutates(AnalysedEvent event) {
        StatementKind kind = event.statement().kind();
        SqlType claim = event.event().sqlType();
        return kind.mutatesRows()
                || (kind == StatementKind.UNKNOWN && claim != SqlType.SELECT && claim != SqlType.UNKNOWN);
    }
}
