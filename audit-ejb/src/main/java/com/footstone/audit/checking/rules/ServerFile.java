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

/** Finds statements that make the server write a file, run a program or back up to another machine. */
@Dependent
public final class ServerFile implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "ServerFile",
            "File or program of the server",
            Severity.CRITICAL,
            Category.SECURITY,
            "The statement makes the database server write a file, run a program or back up to another machine.");

    private static final RuleResult BACKUP =
            INFO.raise(Severity.HIGH, 80, "The backup goes to a URL or to the share of another machine.", Map.of());

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
            return event.has(Trait.BACKUP_ELSEWHERE) ? BACKUP : RuleResult.CLEAR;
        }
        String message = "The statement makes the server write a file or run a program.";
        return INFO.raise(Severity.CRITICAL, 95, message, Map.of());
    }
}
