package com.footstone.audit.checking;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.MetricRegistry;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Policy;

/** Checks a batch with every rule that the application holds. The shell of {@link Judge}; call it once a batch. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BatchChecker {

    private static final Logger LOG = Logger.getLogger(BatchChecker.class.getName());

    @Inject
    Judges judges;

    @Inject
    MetricRegistry registry;

    private CheckingMetrics metrics;

    @PostConstruct
    void prepare() {
        metrics = new CheckingMetrics(registry);
        judges.configured().rules().forEach(metrics::announce);
    }

    /**
     * Judges a batch.
     *
     * @param policy the policy that was in force when it was claimed
     * @param receivedAt when that was
     * @return one verdict an event, in the order of the batch; a rule that failed leaves its verdicts incomplete
     */
    public List<Verdict> check(List<AnalysedEvent> batch, Policy policy, Instant receivedAt) {
        Judgement judgement = judges.of(policy).judge(batch, receivedAt);
        metrics.record(judgement);
        judgement.runs().stream().filter(run -> !run.fault().isEmpty()).forEach(BatchChecker::report);
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
