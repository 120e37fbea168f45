package com.footstone.audit.checking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Adjustment;

/** Collects what the rules say of one event. Nearly every event ends clean and costs no list. */
final class CaseFile {

    /** Nothing was found, but not everything was looked at. */
    private static final int CONFIDENCE_OF_INCOMPLETE = 50;

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::confidence)
            .reversed()
            .thenComparing(Finding::rule);

    private List<Finding> findings = List.of();
    private List<String> unchecked;
    private List<Exempted> exempted = List.of();

    /**
     * @param gaps what analysis could not find out: unchecked from the start
     */
    CaseFile(List<String> gaps) {
        this.unchecked = gaps;
    }

    void add(RuleResult result) {
        if (result instanceof RuleResult.Raised raised) {
            findings = appended(findings, raised.finding());
        } else if (result instanceof RuleResult.Failed failed) {
            addUnchecked(failed.reason());
        } else if (result == null) {
            throw new IllegalStateException("A rule must answer");
        }
    }

    /** Adds what another file holds, as an adjustment has it. */
    void addAdjusted(CaseFile other, Adjustment adjustment) {
        other.findings.forEach(finding -> findings = appended(findings, AdjustedFinding.of(finding, adjustment)));
        other.unchecked.forEach(this::addUnchecked);
    }

    /** Lets those findings pass that an exemption covers; they are kept apart. */
    void exempt(Waivers waivers, AnalysedEvent event, Instant receivedAt) {
        List<Finding> kept = List.of();
        for (Finding finding : findings) {
            OptionalLong exemption = waivers.covering(finding, event, receivedAt);
            if (exemption.isPresent()) {
                exempted = appended(exempted, new Exempted(finding, exemption.getAsLong()));
            } else {
                kept = appended(kept, finding);
            }
        }
        findings = kept;
    }

    void addUnchecked(String reason) {
        unchecked = appended(unchecked, reason);
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(item);
        return longer;
    }

    /** The verdict of an event against which there is nothing. */
    static Verdict clean(long policy) {
        return new Verdict(Severity.SAFE, RiskScore.NONE, 100, List.of(), List.of(), policy, List.of());
    }

    /**
     * What came of it.
     *
     * @param event what the findings are held against
     * @param clean the verdict of an event against which there is nothing: nearly every event shares it
     */
    Verdict verdict(RiskScale scale, SqlEvent event, Verdict clean) {
        if (findings.isEmpty()) {
            return unchecked.isEmpty() && exempted.isEmpty() ? clean : withoutFindings(clean.policy());
        }
        List<Finding> sorted = findings.stream().sorted(WORST_FIRST).toList();
        Finding worst = sorted.get(0);
        RiskScore risk = scale.score(sorted, worst.confidence(), event);
        return new Verdict(worst.severity(), risk, worst.confidence(), sorted, unchecked, clean.policy(), exempted);
    }

    private Verdict withoutFindings(long policy) {
        int confidence = unchecked.isEmpty() ? 100 : CONFIDENCE_OF_INCOMPLETE;
        return new Verdict(Severity.SAFE, RiskScore.NONE, confidence, List.of(), unchecked, policy, exempted);
    }
}
