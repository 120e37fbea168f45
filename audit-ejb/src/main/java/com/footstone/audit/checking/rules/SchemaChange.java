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
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Trait;

/** Finds definitions: CREATE, ALTER, DROP, TRUNCATE. */
@Dependent
public final class SchemaChange implements EventRule {

    private static final String COMMENT = "comment on ";

    private static final RuleInfo INFO = RuleInfo.of(
            "SchemaChange",
            "Change of the schema",
            Severity.HIGH,
            Category.DATA_CHANGE,
            "The statement creates, alters, drops or truncates what is not temporary; dropping and truncating are critical.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return SchemaChange::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        boolean definition = event.statement().kind() == StatementKind.DDL && !isComment(event.statement());
        if (!(definition || event.has(Trait.NEW_TABLE))
                || event.has(Trait.PRIVILEGE_CHANGE)
                || event.has(Trait.TEMPORARY_OBJECT)) {
            return RuleResult.CLEAR;
        }
        return event.has(Trait.DESTRUCTIVE)
                ? INFO.raise(Severity.CRITICAL, 100, "The statement drops or truncates.", Map.of())
                : INFO.raise(Severity.HIGH, 100, "The statement changes the schema.", Map.of());
    }

    /** COMMENT ON changes what people read of a table, and nothing that a statement meets. */
    private static boolean isComment(Statement statement) {
        return statement.normalizedSql().startsWith(COMMENT);
    }
}
