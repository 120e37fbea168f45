package com.footstone.audit.checking.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.NamePatterns;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;

/** Finds conditions on nothing but flags, which most rows of a table meet. */
@Dependent
public final class FlagCondition implements EventRule {

    private static final Setting<List<String>> COLUMNS = Setting.of(
            "checker.flagCondition.columns",
            ValueType.list(),
            "deleted,del_flag,is_deleted,status,enabled,type",
            "Columns that are no condition by themselves; * stands for any characters.");

    private static final RuleInfo INFO = RuleInfo.of(
                    "FlagCondition",
                    "Condition on flags only",
                    Severity.HIGH,
                    Category.PERFORMANCE,
                    "The WHERE clause has no column but flags such as deleted or status, and nothing bounds the number of"
                            + " rows.",
                    COLUMNS)
            .offByDefault();

    private static final Set<StatementKind> KINDS =
            EnumSet.of(StatementKind.SELECT, StatementKind.UPDATE, StatementKind.DELETE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        NamePatterns flags = NamePatterns.of(thresholds.get(COLUMNS));
        return event -> check(event, flags);
    }

    private static RuleResult check(AnalysedEvent event, NamePatterns flags) {
        Statement statement = event.statement();
        if (!KINDS.contains(statement.kind()) || statement.where() != Presence.PRESENT || !statement.complete()) {
            return RuleResult.NOT_APPLICABLE;
        }
        List<String> filtered = statement.columns().stream()
                .filter(use -> use.clause() == Clause.FILTERED)
                .map(ColumnUse::column)
                .toList();
        if (filtered.isEmpty()
                || statement.rowLimit() != Presence.ABSENT
                || !filtered.stream().allMatch(flags::has)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(
                Severity.HIGH,
                80,
                "The only conditions are on flags, which most rows may meet.",
                Map.of(
                        "columns",
                        String.join(",", filtered.stream().distinct().sorted().toList())));
    }
}
