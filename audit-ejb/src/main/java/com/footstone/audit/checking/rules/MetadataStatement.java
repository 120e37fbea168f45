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
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Trait;

/** Finds SHOW, DESCRIBE and USE. */
@Dependent
public final class MetadataStatement implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "MetadataStatement",
                    "Question about the schema",
                    Severity.HIGH,
                    Category.SECURITY,
                    "The statement asks for the schema or changes the current one: SHOW, DESCRIBE, USE.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return MetadataStatement::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (event.has(Trait.METADATA) && event.statement().kind() == StatementKind.OTHER) {
            return INFO.raise(
                    Severity.HIGH, 100, "The statement asks for the schema or changes the current one.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
