package com.footstone.audit.checking.rules;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleFailure;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

/** Finds UPDATE and DELETE without WHERE by their text, whether or not they changed anything this time. */
@Dependent
public final class NoWhere implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "NoWhere",
            "UPDATE or DELETE without WHERE",
            Severity.CRITICAL,
            Category.DATA_CHANGE,
            "The text of an UPDATE or DELETE has no WHERE clause, so it concerns the whole table.");

    private static final RuleResult UNREAD =
            RuleFailure.of("NoWhere", "could not read whether the statement has a WHERE clause");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return NoWhere::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        StatementKind kind = event.statement().kind();
        if (kind != StatementKind.UPDATE && kind != StatementKind.DELETE) {
            return RuleResult.NOT_APPLICABLE;
        }
        return switch (event.statement().where()) {
            case PRESENT -> RuleResult.CLEAR;
            case UNKNOWN -> UNREAD;
            case ABSENT -> INFO.raise(Severity.CRITICAL, 100, kind + " without a WHERE clause.", Map.of());
        };
    }
}
