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

/** Finds statements that make the server write a file or run a program. */
@Dependent
public final class ServerFile implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "ServerFile",
            "File or program of the server",
            Severity.CRITICAL,
            Category.SECURITY,
            "The statement makes the database server write a file or run a program.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return ServerFile::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.SERVER_FILE)) {
            return RuleResult.CLEAR;
        }
        String message = "The statement makes the server write a file or run a program.";
        return INFO.raise(Severity.CRITICAL, 95, message, Map.of());
    }
}
