package com.footstone.audit.checking.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;

/** Finds statements that do not say whose rows they want. */
@Dependent
public final class RequiredCondition implements EventRule {

    private static final Setting<List<String>> TABLES = Setting.of(
            "checker.requiredCondition.tables",
            ValueType.list(),
            "*",
            "Tables whose rows are to be asked for by one of the columns; * stands for any characters.");
    private static final Setting<List<String>> COLUMNS = Setting.of(
            "checker.requiredCondition.columns",
            ValueType.list(),
            "id,*_id",
            "Columns of which one has to be a condition; * stands for any characters.");

    private static final RuleInfo INFO = RuleInfo.of(
                    "RequiredCondition",
                    "Missing condition",
                    Severity.MEDIUM,
                    Category.SECURITY,
                    "No condition is on any of the columns that the table's rows have to be asked for by, such as the"
                            + " tenant.",
                    TABLES,
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
        NamePatterns tables = NamePatterns.of(thresholds.get(TABLES));
        NamePatterns columns = NamePatterns.of(thresholds.get(COLUMNS));
        return event -> check(event, tables, columns);
    }

    private static RuleResult check(AnalysedEvent event, NamePatterns tables, NamePatterns columns) {
        Statement statement = event.statement();
        if (!KINDS.contains(statement.kind()) || statement.where() == Presence.UNKNOWN || !statement.complete()) {
            return RuleResult.NOT_APPLICABLE;
        }
        Optional<String> table = tables.firstTable(statement);
        if (table.isEmpty()
                || statement.columns().stream()
                        .anyMatch(use -> use.clause() == Clause.FILTERED && columns.has(use.column()))) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(
                Severity.MEDIUM,
                90,
                "No condition is on a column that the table's rows have to be asked for by.",
                Map.of("table", table.get()));
    }
}
