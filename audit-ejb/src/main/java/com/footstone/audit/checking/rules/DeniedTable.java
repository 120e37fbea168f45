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
import com.footstone.audit.model.Statement;

/** Finds statements that touch tables which nobody is to touch. */
@Dependent
public final class DeniedTable implements EventRule {

    private static final Setting<List<String>> TABLES = Setting.of(
            "checker.deniedTable.tables",
            ValueType.list(),
            "pg_authid,pg_shadow,mysql.user,mysql.global_priv,sys.user$,dba_users,sys.sql_logins,sys.syslogins",
            "Tables that nobody is to read or change; * stands for any characters.");

    private static final RuleInfo INFO = RuleInfo.of(
            "DeniedTable",
            "Denied table",
            Severity.CRITICAL,
            Category.SECURITY,
            "The statement reads or changes a table that nobody is to touch, such as those with the hashes of passwords.",
            TABLES);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        NamePatterns denied = NamePatterns.of(thresholds.get(TABLES));
        return event -> check(event, denied);
    }

    private static RuleResult check(AnalysedEvent event, NamePatterns denied) {
        Statement statement = event.statement();
        return denied.firstAnywhere(statement.tablesRead())
                .or(() -> denied.firstAnywhere(statement.tablesWritten()))
                .<RuleResult>map(name -> INFO.raise(
                        Severity.CRITICAL, 100, "The statement touches a denied table.", Map.of("table", name)))
                .orElse(RuleResult.CLEAR);
    }
}
