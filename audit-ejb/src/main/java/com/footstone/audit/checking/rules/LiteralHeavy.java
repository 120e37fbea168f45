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
import com.footstone.audit.model.StatementKind;

/** Finds statements into which values were written. */
@Dependent
public final class LiteralHeavy implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.literalHeavy.threshold",
            ValueType.count(1, 1_000_000, "literals"),
            "10",
            "More literals in a text that binds nothing are many.");

    private static final RuleInfo INFO = RuleInfo.of(
            "LiteralHeavy",
            "Many literals, no parameters",
            Severity.LOW,
            Category.SECURITY,
            "The text of a query or change holds more literals than the threshold and binds nothing.",
            THRESHOLD);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        long threshold = thresholds.get(THRESHOLD);
        return event -> check(event, threshold);
    }

    private static RuleResult check(AnalysedEvent event, long threshold) {
        StatementKind kind = event.statement().kind();
        boolean concerned = ResultSize.queries(event) || kind.mutatesRows();
        if (!concerned || event.text().placeholders() > 0) {
            return RuleResult.NOT_APPLICABLE;
        }
        int literals = event.text().literals();
        if (literals <= threshold) {
            return RuleResult.CLEAR;
        }
        String message = "The text holds " + literals + " literals and binds nothing.";
        return INFO.raise(Severity.LOW, 70, message, new Excess("literals", literals, threshold).evidence());
    }
}
