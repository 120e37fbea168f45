package com.footstone.audit.checking.rules;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

/** Finds procedure calls, where they are not meant to be. */
@Dependent
public final class ProcedureCall implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "ProcedureCall",
                    "Call of a procedure",
                    Severity.HIGH,
                    Category.SECURITY,
                    "The statement calls a procedure or runs a block of code.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return ProcedureCall::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (event.statement().kind() == StatementKind.CALL) {
            return INFO.raise(Severity.HIGH, 100, "The statement calls a procedure or runs a block.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
