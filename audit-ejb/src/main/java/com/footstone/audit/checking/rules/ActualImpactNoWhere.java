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
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

/** Finds UPDATE and DELETE that changed rows without a WHERE clause to choose them. */
@Dependent
public final class ActualImpactNoWhere implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.actualImpact.threshold",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "1000",
            "Changing more rows without WHERE raises the risk score, and is what graded severities call critical.");
    static final Setting<Boolean> GRADED = Setting.of(
            "checker.actualImpact.graded",
            ValueType.flag(),
            "false",
            "Whether severity follows the number of rows changed without WHERE; if not, any row is critical.");

    private static final RuleInfo INFO = RuleInfo.of(
            "ActualImpactNoWhere",
            "Rows changed without WHERE",
            Severity.CRITICAL,
            Category.DATA_CHANGE,
            "An UPDATE or DELETE without WHERE changed rows.",
            THRESHOLD,
            GRADED);

    /** Where graded: up to so many rows are a medium matter. */
    private static final long FEW_ROWS = 100;

    private static final int CONFIDENCE_IF_UNREAD = 50;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        long threshold = thresholds.get(THRESHOLD);
        boolean graded = thresholds.get(GRADED);
        return event -> check(event, threshold, graded);
    }

    private static RuleResult check(AnalysedEvent event, long threshold, boolean graded) {
        long rows = event.event().rowsAffected();
        if (rows == SqlEvent.UNKNOWN_COUNT || !updatesOrDeletes(event)) {
            return RuleResult.NOT_APPLICABLE;
        }
        Presence where = event.statement().where();
        if (where == Presence.PRESENT || (rows == 0 && !(graded && where == Presence.ABSENT))) {
            return RuleResult.CLEAR;
        }
        Excess excess = new Excess("rows", rows, threshold);
        if (where == Presence.UNKNOWN) {
            String message = rows + " rows were changed, and whether a WHERE chose them could not be read.";
            return INFO.raise(Severity.MEDIUM, CONFIDENCE_IF_UNREAD, message, excess.evidence());
        }
        String message = rows + " rows were changed by a statement without WHERE.";
        Severity severity = graded ? grade(rows, threshold) : Severity.CRITICAL;
        return INFO.raise(severity, 100, message, excess.evidence());
    }

    private static Severity grade(long rows, long threshold) {
        if (rows > threshold) {
            return Severity.CRITICAL;
        }
        if (rows > FEW_ROWS) {
            return Severity.HIGH;
        }
        return rows > 0 ? Severity.MEDIUM : Severity.LOW;
    }

    /** What analysis could not read at all is what its producer says it is. */
    private static boolean updatesOrDeletes(AnalysedEvent event) {
        StatementKind kind = event.statement().kind();
        SqlType claim = event.event().sqlType();
        return kind == StatementKind.UPDATE
                || kind == StatementKind.DELETE
                || (kind == StatementKind.UNKNOWN && (claim == SqlType.UPDATE || claim == SqlType.DELETE));
    }
}
