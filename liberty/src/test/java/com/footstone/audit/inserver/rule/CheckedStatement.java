package com.footstone.audit.inserver.rule;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.checking.BatchChecker;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Policy;

/** Has statements analysed and checked by the application, and tells what it counted of its rules. */
@Dependent
public class CheckedStatement {

    @Inject
    private Analyser analyser;

    @Inject
    private BatchChecker checker;

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    /** What is said of one execution, which is a batch of its own. */
    public Verdict verdict(String sql, UnaryOperator<SqlEventBuilder> reported) {
        SqlEvent event = reported.apply(SqlEvent.builder(sql, Instant.now())).build();
        return checker.check(List.of(analyser.analyse(new EventId("checked", 0, 0), event)), Policy.NONE, Instant.now())
                .get(0);
    }

    /** Has a batch checked that is empty: rules are announced with the first one. */
    public void begin() {
        checker.check(List.of(), Policy.NONE, Instant.now());
    }

    /** The time that a rule took; null for a rule that does not run. */
    public Timer timer(String rule) {
        return registry.getTimer(new MetricID("audit_checker_duration", new Tag("checker", rule)));
    }

    /** Events on which a rule failed; null for a rule that does not run. */
    public Counter failures(String rule) {
        return registry.getCounter(new MetricID("audit_rule_failures", new Tag("checker", rule)));
    }

    /** Findings of a rule. */
    public Counter findings(String rule, String severity) {
        return registry.getCounter(
                new MetricID("audit_findings", new Tag("rule", rule), new Tag("severity", severity)));
    }
}
