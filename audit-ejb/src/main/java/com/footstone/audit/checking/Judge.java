package com.footstone.audit.checking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Verdict;

/**
 * Runs every rule on every event of a batch. Rules go one after the other over the whole batch, so that their time can be
 * told at the price of two looks at the clock. Safe for use by several threads.
 */
public final class Judge {

    private final List<BoundRule> rules;
    private final RiskScale scale;
    private final LongSupplier nanoTime;

    /**
     * @param rules the rules to run, except those that are switched off
     * @param thresholds their values
     * @throws com.footstone.audit.config.ConfigurationException if a value cannot be used
     * @throws IllegalStateException if two rules have one id
     */
    public Judge(Iterable<? extends Rule> rules, Thresholds thresholds) {
        this(rules, thresholds, System::nanoTime);
    }

    Judge(Iterable<? extends Rule> rules, Thresholds thresholds, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        scale = new RiskScale(RiskSettings.from(thresholds));
        this.rules = StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> thresholds.get(rule.info().enabled()))
                .map(rule -> BoundRule.of(rule, thresholds))
                .sorted(Comparator.comparing(BoundRule::id))
                .toList();
        Set<String> ids = new HashSet<>();
        for (BoundRule rule : this.rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalStateException("Two rules are called " + rule.id() + "; rename or remove one");
            }
        }
    }

    /** Ids of the rules that run. */
    public List<String> rules() {
        return rules.stream().map(BoundRule::id).toList();
    }

    /** Judges a batch. What a rule throws becomes part of the verdicts; nothing else does it throw. */
    public Judgement judge(List<AnalysedEvent> batch) {
        CaseFile[] files = new CaseFile[batch.size()];
        for (int i = 0; i < files.length; i++) {
            files[i] = new CaseFile(batch.get(i).statement().gaps());
        }
        List<RuleRun> runs = new ArrayList<>(rules.size());
        for (BoundRule rule : rules) {
            runs.add(run(rule, batch, files));
        }
        List<Verdict> verdicts = new ArrayList<>(files.length);
        for (int i = 0; i < files.length; i++) {
            verdicts.add(files[i].verdict(scale, batch.get(i).event()));
        }
        return new Judgement(verdicts, runs);
    }

    private RuleRun run(BoundRule rule, List<AnalysedEvent> batch, CaseFile[] files) {
        long begin = nanoTime.getAsLong();
        Faults faults = rule.run(batch, files);
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - begin);
        return new RuleRun(rule.id(), took, faults.count(), faults.first());
    }
}
