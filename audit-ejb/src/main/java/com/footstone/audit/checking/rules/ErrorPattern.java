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

/** Sorts failed statements by the nature of their failure. */
@Dependent
public final class ErrorPattern implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "ErrorPattern",
            "Failed statement",
            Severity.LOW,
            Category.RELIABILITY,
            "The database refused or failed the statement; how bad that is depends on the kind of failure.");

    private static final int CONFIDENCE_BY_STATE = 100;
    private static final int CONFIDENCE_BY_TEXT = 90;
    private static final int CONFIDENCE_OF_OTHER = 80;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return ErrorPattern::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.event().failed()) {
            return RuleResult.CLEAR;
        }
        ErrorKind byState = ErrorKind.ofState(event.event().sqlState(), event.redactedError());
        if (byState != ErrorKind.OTHER) {
            return raise(byState, CONFIDENCE_BY_STATE);
        }
        ErrorKind byText = ErrorKind.ofText(event.redactedError());
        return raise(byText, byText == ErrorKind.OTHER ? CONFIDENCE_OF_OTHER : CONFIDENCE_BY_TEXT);
    }

    private static RuleResult raise(ErrorKind kind, int confidence) {
        return INFO.raise(kind.severity(), confidence, kind.message(), Map.of("error", kind.name()));
    }
}
