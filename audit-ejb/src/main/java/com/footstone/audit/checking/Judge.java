package com.footstone.audit.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Policy;

/**
 * Runs every rule on every event of a batch. Rules go one after the other over the whole batch, so that their time can be
 * told at the price of two looks at the clock. Safe for use by several threads.
 */
public final class Judge {

    private final List<ConfiguredRule> configured;
    private final Thresholds thresholds;
    private final List<BoundRule> rules;
    private final RiskScale scale;
    private final LongSupplier nanoTime;
    private final Waivers waivers;
    private final Verdict clean;
    private final List<String> unusable;

    /**
     * Judges without a policy.
     *
     * @param rules the rules to run, except those that are switched off
     * @param thresholds their values
     * @throws com.footstone.audit.config.ConfigurationException if a value cannot be used
     * @throws IllegalStateException if two rules have one id
     */
    public Judge(Iterable<? extends Rule> rules, Thresholds thresholds) {
        this(rules, thresholds, Policy.NONE);
    }

    /**
     * Judges by a policy.
     *
     * @param rules all rules
     * @param thresholds their values where the policy gives none
     * @param policy what is to be done otherwise for some executions
     */
    public Judge(Iterable<? extends Rule> rules, Thresholds thresholds, Policy policy) {
        this(rules, thresholds, policy, System::nanoTime);
    }

    Judge(Iterable<? extends Rule> rules, Thresholds thresholds, Policy policy, LongSupplier nanoTime) {
        this(
                StreamSupport.stream(rules.spliterator(), false)
                        .map(rule -> ConfiguredRule.of(rule, thresholds))
                        .toList(),
                thresholds,
                policy,
                nanoTime);
    }

    private Judge(List<ConfiguredRule> configured, Thresholds thresholds, Policy policy, LongSupplier nanoTime) {
        this.configured = configured;
        this.thresholds = thresholds;
        this.nanoTime = nanoTime;
        scale = new RiskScale(RiskSettings.from(thresholds));
        waivers = new Waivers(policy.exemptions());
        clean = CaseFile.clean(policy.version());
        PolicyRules adjusted = new PolicyRules(policy, thresholds);
        rules = configured.stream()
                .flatMap(rule -> adjusted.adjusted(rule).stream())
                .sorted(Comparator.comparing(BoundRule::id))
                .toList();
        unusable = adjusted.unusable();
        Set<String> ids = new HashSet<>();
        for (BoundRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalStateException("Two rules are called " + rule.id() + "; rename or remove one");
            }
        }
    }

    /** A judge by another policy. Rules that it does not adjust are the same ones: nothing is asked of them for it. */
    public Judge under(Policy other) {
        return new Judge(configured, thresholds, other, nanoTime);
    }

    /** Ids of the rules that run. */
    public List<String> rules() {
        return rules.stream().map(BoundRule::id).toList();
    }

    /** Names of the policy's adjustments that cannot be used with these rules, and are not. */
    public List<String> unusable() {
        return unusable;
    }

    /** Judges a batch as if no exemption applied. */
    public Judgement judge(List<AnalysedEvent> batch) {
        return judge(batch, Instant.MAX);
    }

    /**
     * Judges a batch. What a rule throws becomes part of the verdicts; nothing else does it throw.
     *
     * @param receivedAt when it was claimed, by which exemptions expire
     */
    public Judgement judge(List<AnalysedEvent> batch, Instant receivedAt) {
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
            AnalysedEvent event = batch.get(i);
            if (!waivers.isEmpty()) {
                files[i].exempt(waivers, event, receivedAt);
            }
            verdicts.add(files[i].verdict(scale, event.event(), clean));
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
