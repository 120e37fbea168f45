package com.footstone.audit.checking.rules;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final int CONFIDENCE_BY_CODE = 100;
    private static final int CONFIDENCE_BY_TEXT = 90;
    private static final int CONFIDENCE_OF_OTHER = 80;

    private static final Pattern STATE_IN_TEXT = Pattern.compile("(?i)\\bSQL ?STATE\\W{0,3}([0-9A-Z]{5})\\b");

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
        String text = event.redactedError();
        ErrorKind byCode = VendorErrors.kindOf(
                        event.event().dbSystem(), event.event().sqlState(), text)
                .orElseGet(() -> ErrorKind.ofState(state(event), text));
        if (byCode != ErrorKind.OTHER) {
            return raise(byCode, CONFIDENCE_BY_CODE);
        }
        ErrorKind byText = ErrorKind.ofText(text);
        return raise(byText, byText == ErrorKind.OTHER ? CONFIDENCE_OF_OTHER : CONFIDENCE_BY_TEXT);
    }

    /** The SQLSTATE that the event has, or that its error text names. */
    private static String state(AnalysedEvent event) {
        if (event.event().sqlState() != null) {
            return event.event().sqlState();
        }
        Matcher named = STATE_IN_TEXT.matcher(event.redactedError());
        return named.find() ? named.group(1).toUpperCase(Locale.ROOT) : null;
    }

    private static RuleResult raise(ErrorKind kind, int confidence) {
        return INFO.raise(kind.severity(), confidence, kind.message(), Map.of("error", kind.name()));
    }
}
