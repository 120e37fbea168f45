package com.footstone.audit.inserver.rule;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds statements that read a table named by configuration. */
@Dependent
public final class ForbiddenTable implements EventRule {

    private static final Setting<String> TABLE =
            Setting.of("checker.forbiddenTable.name", ValueType.text(), "salaries", "Table that nobody may read.");

    private static final RuleInfo INFO = RuleInfo.of(
            "ForbiddenTable",
            "Forbidden table",
            Severity.CRITICAL,
            Category.RELIABILITY,
            "The statement reads a table that nobody may read.",
            TABLE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        String table = thresholds.get(TABLE);
        return event -> event.statement().tablesRead().contains(table)
                ? INFO.raise(Severity.CRITICAL, 100, "The statement reads a forbidden table.", Map.of())
                : RuleResult.CLEAR;
    }
}
