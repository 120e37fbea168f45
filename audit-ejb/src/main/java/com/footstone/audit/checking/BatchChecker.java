package com.footstone.audit.checking;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Verdict;

/** Checks a batch with every rule that the application holds. The shell of {@link Judge}; call it once a batch. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BatchChecker {

    private static final Logger LOG = Logger.getLogger(BatchChecker.class.getName());

    @Inject
    Config config;

    @Inject
    @Any
    Instance<Rule> rules;

    @Inject
    MetricRegistry registry;

    private Judge judge;
    private CheckingMetrics metrics;

    @PostConstruct
    void prepare() {
        judge = new Judge(rules, Thresholds.from(config));
        metrics = new CheckingMetrics(registry);
        judge.rules().forEach(metrics::announce);
    }

    /**
     * Judges a batch.
     *
     * @return one verdict an event, in the order of the batch; a rule that failed leaves its verdicts incomplete
     */
    public List<Verdict> check(List<AnalysedEvent> batch) {
        Judgement judgement = judge.judge(batch);
        metrics.record(judgement);
        judgement.runs().stream().filter(run -> run.failures() > 0).forEach(BatchChecker::report);
        return judgement.verdicts();
    }

    private static void report(RuleRun run) {
        LOG.log(
                Level.WARNING,
                "The rule {0} failed on {1} events of a batch, whose verdicts are incomplete: {2}. Correct the rule or"
                        + " switch it off.",
                new Object[] {run.rule(), run.failures(), run.fault()});
    }
}
