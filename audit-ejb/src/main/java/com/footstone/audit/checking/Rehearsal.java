package com.footstone.audit.checking;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
 * whose literals are redacted. It is believed for an event only if, under the policy of then, it says what it said then; if
 * not, the event counts as unknown for that rule and keeps what it has. For one thread.
 */
public final class Rehearsal {

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Thresholds thresholds;
    private final Map<Long, Policy> versions;
    private final Set<String> again;

    /** What each rule said of the events of the batch at hand. */
    private final Map<String, Map<EventId, Finding>> said = new HashMap<>();

    private final Judge judgeOfDraft;
    private final Map<Long, Judge> judgesOfThen = new HashMap<>();
    private final RehearsalTally tally = new RehearsalTally();

    /**
     * @param rules all rules
     * @param thresholds their values where a policy gives none
     * @param draft the policy to try
     * @param versions the policies that the events were judged by, by number
     */
    public Rehearsal(Iterable<? extends Rule> rules, Thresholds thresholds, Policy draft, Map<Long, Policy> versions) {
        rules.forEach(rule -> this.rules.put(rule.info().id(), rule));
        this.thresholds = thresholds;
        this.versions = Map.copyOf(versions);
        again = new TreeSet<>(rerun(List.of(draft), false));
        again.addAll(rerun(versions.values(), true));
        again.retainAll(this.rules.keySet());
        judgeOfDraft = new Judge(this.rules.values().stream().map(this::cast).toList(), thresholds, draft);
    }

    private Rule cast(Rule rule) {
        String id = rule.info().id();
        return again.contains(id)
                ? rule
                : new RecalledRule(rule.info(), said.computeIfAbsent(id, any -> new HashMap<>()));
    }

    /** Rules whose findings a policy may bring forth or, for one of then, may have kept from being stored. */
    private static Set<String> rerun(Collection<Policy> policies, boolean ofThen) {
        Set<String> ids = new HashSet<>();
        for (Policy policy : policies) {
            policy.adjustments().stream()
                    .filter(one -> !one.thresholds().isEmpty() || (ofThen ? one.off() : switchesOn(one)))
                    .map(Adjustment::rule)
                    .forEach(ids::add);
        }
        return ids;
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
        recall(batch);
        List<Verdict> after = judgeOfDraft.judge(events, receivedAt).verdicts();
        List<Map<String, Stance>> repeated = repeated(batch, events, receivedAt);
        for (int i = 0; i < events.size(); i++) {
            Map<String, Stance> was = Stance.of(batch.get(i).verdict());
            Map<String, Stance> believed = Stance.of(after.get(i));
            keepWhatIsUnknown(was, repeated.get(i), believed);
            tally.compare(events.get(i).id(), was, believed);
        }
    }

    /** What came of it all. */
    public RehearsalReport report() {
        return tally.report();
    }

    /** What the rules that run again said of each event under the policy of then; a batch had one. */
    private List<Map<String, Stance>> repeated(
            List<AuditedEvent> batch, List<AnalysedEvent> events, Instant receivedAt) {
        if (again.isEmpty()) {
            return Collections.nCopies(events.size(), Map.of());
        }
        Judge ofThen = judgeOfThen(batch.get(0).verdict().policy());
        return ofThen.judge(events, receivedAt).verdicts().stream()
                .map(Stance::of)
                .toList();
    }

    private void keepWhatIsUnknown(
            Map<String, Stance> was, Map<String, Stance> repeated, Map<String, Stance> believed) {
        Set<String> unsure = new HashSet<>(was.keySet());
        unsure.removeAll(rules.keySet());
        again.stream()
                .filter(rule -> !Objects.equals(was.get(rule), repeated.get(rule)))
                .forEach(unsure::add);
        for (String rule : unsure) {
            tally.unknown(rule);
            believed.remove(rule);
            if (was.containsKey(rule)) {
                believed.put(rule, was.get(rule));
            }
        }
    }

    private Judge judgeOfThen(long version) {
        return judgesOfThen.computeIfAbsent(
                version,
                number -> new Judge(
                        again.stream().map(rules::get).toList(),
                        thresholds,
                        versions.getOrDefault(number, Policy.NONE)));
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
