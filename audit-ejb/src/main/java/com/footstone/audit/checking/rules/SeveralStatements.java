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
import com.footstone.audit.model.Trait;

/** Finds texts that hold more than one statement. */
@Dependent
public final class SeveralStatements implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "SeveralStatements",
            "Several statements in one text",
            Severity.HIGH,
            Category.SECURITY,
            "One text holds several statements, separated by semicolons.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return SeveralStatements::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (isBatchDatabase(event.event().dbSystem())) {
            return RuleResult.NOT_APPLICABLE;
        }
        if (!event.has(Trait.SEVERAL_STATEMENTS)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(Severity.HIGH, 90, "One text holds several statements.", Map.of());
    }

    /** SQL Server's own drivers send batches. */
    private static boolean isBatchDatabase(String dbSystem) {
        return dbSystem != null && (dbSystem.contains("sql_server") || dbSystem.startsWith("mssql"));
    }
}
