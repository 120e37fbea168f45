package com.footstone.audit.checking.foreign;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.Threshold;
import com.footstone.audit.rule.ThresholdValues;

/** A rule for tests to pack into a jar. It tells its thresholds, and which classes it can see. */
public final class LoadedRule implements AuditRule {

    private static final Threshold<Long> ROWS = new Threshold.Count("rows", 10L, 1, 100, "rows", "More are too many.");
    private static final Threshold<Duration> TOOK = new Threshold.Time(
            "took", Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(9), "Longer is too long.");
    private static final Threshold<Boolean> STRICT = new Threshold.Flag("strict", false, "Whether it is strict.");
    private static final Threshold<List<String>> TABLES =
            new Threshold.Texts("tables", List.of("payroll", "bonus"), "Which tables.");

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "LoadedRule", "A loaded rule", Severity.MEDIUM, "Always.", "A page.", List.of(ROWS, TOOK, STRICT, TABLES));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Check with(ThresholdValues thresholds) {
        if (thresholds.get(ROWS) == 13) {
            throw new IllegalArgumentException("13 rows bring bad luck; choose another number");
        }
        RuleResult raised = DESCRIPTION.raise(
                100,
                "It was loaded.",
                Map.of(
                        "values",
                        thresholds.get(ROWS) + " " + thresholds.get(TOOK) + " " + thresholds.get(STRICT) + " "
                                + thresholds.get(TABLES),
                        "seesTheService",
                        String.valueOf(sees("com.footstone.audit.checking.Judge"))));
        return event -> raised;
    }

    private static boolean sees(String type) {
        try {
            Class.forName(type, false, LoadedRule.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
