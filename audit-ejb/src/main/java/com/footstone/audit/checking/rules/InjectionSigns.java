package com.footstone.audit.checking.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.InjectionSign;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds statements whose text looks as if input had become code in it. */
@Dependent
public final class InjectionSigns implements EventRule {

    static final Setting<Integer> CONFIDENCE = Setting.of(
            "checker.injectionSigns.confidence",
            ValueType.integer(1, 100, "percent"),
            "50",
            "Signs that together make the rule less sure than this are no finding.");

    static final Setting<Integer> CRITICAL = Setting.of(
            "checker.injectionSigns.critical",
            ValueType.integer(1, 100, "percent"),
            "80",
            "From this confidence on a finding is critical.");

    private static final RuleInfo INFO = RuleInfo.of(
            "InjectionSigns",
            "Signs of an injection",
            Severity.CRITICAL,
            Category.SECURITY,
            "The text bears signs that input became code in it; the more signs, the surer.",
            CONFIDENCE,
            CRITICAL);

    private static final int MOST = 99;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        thresholds.requireOrder(CONFIDENCE, CRITICAL);
        int least = thresholds.get(CONFIDENCE);
        int critical = thresholds.get(CRITICAL);
        return event -> check(event, least, critical);
    }

    private static RuleResult check(AnalysedEvent event, int least, int critical) {
        Set<InjectionSign> signs = event.text().signs();
        if (signs.isEmpty()) {
            return RuleResult.CLEAR;
        }
        int confidence = confidence(signs);
        if (confidence < least) {
            return RuleResult.CLEAR;
        }
        List<InjectionSign> sorted = signs.stream().sorted().toList();
        String meanings = sorted.stream().map(InjectionSign::meaning).collect(Collectors.joining("; "));
        String labels = sorted.stream().map(InjectionSign::label).collect(Collectors.joining(", "));
        return INFO.raise(
                confidence >= critical ? Severity.CRITICAL : Severity.HIGH,
                confidence,
                "The text looks as if input had become code in it: " + meanings + ".",
                Map.of("signs", labels));
    }

    /**
     * How sure some signs make, 0 to 99: each takes its share of the doubt that the others leave, so that one more never
     * makes less sure.
     */
    static int confidence(Set<InjectionSign> signs) {
        double doubt = 1;
        for (InjectionSign sign : signs) {
            doubt *= 1 - weight(sign) / 100.0;
        }
        return (int) Math.min(MOST, Math.round(100 * (1 - doubt)));
    }

    /** How sure one sign makes by itself, in percent. */
    static int weight(InjectionSign sign) {
        return switch (sign) {
            case CONSTANT_ALTERNATIVE, COMMENT_CUTS_LITERAL, WAIT_WITHIN, ERROR_FUNCTION -> 85;
            case CATALOGUE_BESIDE_DATA, NUMBER_OF_QUERY -> 80;
            case EXECUTABLE_COMMENT, GUESS_BY_LETTER, OUT_OF_BAND, STACKED_COMMAND -> 75;
            case UNION_OF_NOTHING -> 70;
            case STRING_BY_CODES -> 65;
            case CONSTANT_CHOICE, BRACKETS_LEFT_OPEN, UNION_REFUSED -> 60;
            case ORDINAL_BEYOND_COLUMNS, RANDOM_COMPARISON, COMMENT_CUTS_CODE, MIXED_CASE, HEAVY_LOAD -> 55;
            case SERVER_FACTS -> 50;
            case DIVISION_BY_ZERO, COMMENTS_FOR_BLANKS -> 45;
            case COMMENT_ENDS_TEXT, ODD_BLANKS -> 40;
            case TEXT_IN_HEX, STACKED_CHANGE -> 35;
            case UNPAIRED_QUOTE -> 30;
            case UNION_OF_CONSTANTS -> 20;
            case CONSTANT_CONDITION -> 15;
        };
    }
}
