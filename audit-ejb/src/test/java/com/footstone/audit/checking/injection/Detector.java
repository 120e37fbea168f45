package com.footstone.audit.checking.injection;

import java.time.Duration;
import java.time.Instant;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalysisSettings;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.checking.rules.InjectionSigns;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.SqlEvent;

/** The rule with its defaults, behind an analysis that does not wait for a parser: signs are not the parser's. */
final class Detector {

    private final Analyser analyser = new Analyser(
            new AnalysisSettings(Duration.ofMillis(1), 1, 1, 1, 65_536, 16_384, 2048, 0, 0), Runnable::run);
    private final EventRule.Check rule = new InjectionSigns().with(Thresholds.defaults());

    /** The finding on a statement, or null. */
    Finding finding(Database database, String sql) {
        SqlEvent event =
                SqlEvent.builder(sql, Instant.EPOCH).dbSystem(database.system).build();
        AnalysedEvent analysed = analyser.analyse(new EventId("sql-audit-events", 0, 0), event);
        return rule.check(analysed) instanceof RuleResult.Raised raised ? raised.finding() : null;
    }
}
