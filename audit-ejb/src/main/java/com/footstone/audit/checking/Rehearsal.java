package com.footstone.audit.checking;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.RehearsalReport;
import com.footstone.audit.model.policy.Stance;

/**
 * Tries a policy on events that were judged before.
 *
 * <p>What a rule said is recalled, and scopes, severities, switching off and exemptions of the draft are applied to it: that
 * is exact. Where thresholds or switching on come into it, the rule itself runs once more on what is left of the event,
 * whose literals are redacted. It is believed for an event only if it does not fail and, under the policy of then, says what
 * it said then; if not, the event counts as unknown for that rule and keeps what it has. For one thread.
 */
public final class Rehearsal {

    private static final int MOST_TRIALS = 4;

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Thresholds thresholds;
    private final Policy draft;
    private final LongFunction<Policy> versions;

    /** What each rule said of the events of the batch at hand. */
    private final Map<String, Map<EventId, Finding>> said = new HashMap<>();

    /** Of the versions met last: events come by time, and a policy may be large. */
    private final Map<Long, Trial> trials = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Trial> eldest) {
            return size() > MOST_TRIALS;
        }
    };

    private final RehearsalTally tally = new RehearsalTally();

    /**
     * How events are tried that were judged by one policy.
     *
     * @param again rules that run again
     * @param ofDraft judges by the draft
     * @param ofThen judges by the policy of then, with the rules that run again
     */
    private record Trial(Set<String> again, Judge ofDraft, Judge ofThen) {}

    /**
     * @param rules all rules
     * @param thresholds their values where a policy gives none
     * @param draft the policy to try
     * @param versions the policies that events were judged by, by number; asked again for one that was not met for long
     */
    public Rehearsal(
            Iterable<? extends Rule> rules, Thresholds thresholds, Policy draft, LongFunction<Policy> versions) {
        rules.forEach(rule -> this.rules.put(rule.info().id(), rule));
        this.thresholds = thresholds;
        this.draft = draft;
        this.versions = versions;
    }

    private Trial trial(long version) {
        Policy then = versions.apply(version);
        Set<String> again = rerun(draft, false);
        again.addAll(rerun(then, true));
        again.retainAll(rules.keySet());
        List<Rule> cast = rules.values().stream()
                .map(rule -> again.contains(rule.info().id()) ? rule : recalled(rule.info()))
                .toList();
        return new Trial(
                again,
                new Judge(cast, thresholds, draft),
                new Judge(again.stream().map(rules::get).toList(), thresholds, then));
    }

    private Rule recalled(RuleInfo info) {
        return new RecalledRule(info, said.computeIfAbsent(info.id(), any -> new HashMap<>()));
    }

    /** Rules whose findings a policy may bring forth or, for one of then, may have kept from being stored. */
    private static Set<String> rerun(Policy policy, boolean ofThen) {
        return policy.adjustments().stream()
                .filter(one -> !one.thresholds().isEmpty() || (ofThen ? one.off() : switchesOn(one)))
                .map(Adjustment::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean switchesOn(Adjustment adjustment) {
        return adjustment.enabled().orElse(false);
    }

    /**
     * Tries it on events that were judged together.
     *
     * @param batch at least one
     * @param receivedAt when that was
     */
    public void tryOn(List<AuditedEvent> batch, Instant receivedAt) {
        List<AnalysedEvent> events = batch.stream().map(AuditedEvent::analysed).toList();
        // A batch is judged by one policy.
        Trial trial = trials.computeIfAbsent(batch.get(0).verdict().policy(), this::trial);
        recall(batch);
        List<Verdict> after = trial.ofDraft().judge(events, receivedAt).verdicts();
        List<Verdict> repeated = trial.ofThen().judge(events, receivedAt).verdicts();
        for (int i = 0; i < events.size(); i++) {
            Map<String, Stance> was = Stance.of(batch.get(i).verdict());
            Map<String, Stance> believed = Stance.of(after.get(i));
            Set<String> unsure = unsure(trial.again(), was, repeated.get(i), after.get(i));
            keepWhatIsUnknown(unsure, was, believed);
            tally.compare(events.get(i).id(), was, believed);
        }
    }

    /** What came of it all. */
    public RehearsalReport report() {
        return tally.report();
    }

    private Set<String> unsure(Set<String> again, Map<String, Stance> was, Verdict repeated, Verdict after) {
        Set<String> unsure = new HashSet<>(was.keySet());
        unsure.removeAll(rules.keySet());
        Map<String, Stance> is = Stance.of(repeated);
        again.stream()
                .filter(rule -> !Objects.equals(was.get(rule), is.get(rule))
                        || RuleFailure.isIn(repeated, rule)
                        || RuleFailure.isIn(after, rule))
                .forEach(unsure::add);
        return unsure;
    }

    private void keepWhatIsUnknown(Set<String> unsure, Map<String, Stance> was, Map<String, Stance> believed) {
        for (String rule : unsure) {
            tally.unknown(rule);
            believed.remove(rule);
            if (was.containsKey(rule)) {
                believed.put(rule, was.get(rule));
            }
        }
    }

    private void recall(List<AuditedEvent> batch) {
        said.values().forEach(Map::clear);
        for (AuditedEvent event : batch) {
            EventId id = event.analysed().id();
            event.verdict().findings().forEach(finding -> recall(id, finding));
            event.verdict().exempted().forEach(one -> recall(id, one.finding()));
        }
    }

    private void recall(EventId id, Finding finding) {
        Map<EventId, Finding> ofRule = said.get(finding.rule());
        if (ofRule != null) {
            ofRule.put(id, RecalledRule.asSaid(finding));
        }
    }
}
