package com.footstone.audit.checking.rules;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.NamePatterns;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds changes of tables that are only to be read. */
@Dependent
public final class ReadOnlyTable implements EventRule {

    private static final Setting<List<String>> TABLES = Setting.of(
            "checker.readOnlyTable.tables",
            ValueType.list(),
            "pg_catalog.*,information_schema.*,mysql.*,performance_schema.*,sys.*",
            "Tables that are only to be read; * stands for any characters.");

    private static final RuleInfo INFO = RuleInfo.of(
            "ReadOnlyTable",
            "Change of a read-only table",
            Severity.HIGH,
            Category.DATA_CHANGE,
            "The statement changes a table that is only to be read, such as the database's own catalogue.",
            TABLES);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        NamePatterns readOnly = NamePatterns.of(thresholds.get(TABLES));
        return event -> check(event, readOnly);
    }

    private static RuleResult check(AnalysedEvent event, NamePatterns readOnly) {
        return readOnly.firstAnywhere(event.statement().tablesWritten())
                .<RuleResult>map(name -> INFO.raise(
                        Severity.HIGH, 100, "The statement changes a read-only table.", Map.of("table", name)))
                .orElse(RuleResult.CLEAR);
    }
}
