package com.footstone.audit.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;

/** Collects what the rules say of one event. Nearly every event ends clean and costs no list. */
final class CaseFile {

    private static final Verdict CLEAN = new Verdict(Severity.SAFE, RiskScore.NONE, 100, List.of(), List.of());

    /** Nothing was found, but not everything was looked at. */
    private static final int CONFIDENCE_OF_INCOMPLETE = 50;

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::confidence)
            .reversed()
            .thenComparing(Finding::rule);

    private List<Finding> findings = List.of();
    private List<String> unchecked;

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

    void addUnchecked(String reason) {
        unchecked = appended(unchecked, reason);
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(item);
        return longer;
    }

    /**
     * What came of it.
     *
     * @param event what the findings are held against
     */
    Verdict verdict(RiskScale scale, SqlEvent event) {
        if (findings.isEmpty()) {
            return unchecked.isEmpty()
                    ? CLEAN
                    : new Verdict(Severity.SAFE, RiskScore.NONE, CONFIDENCE_OF_INCOMPLETE, List.of(), unchecked);
        }
        List<Finding> sorted = findings.stream().sorted(WORST_FIRST).toList();
        Finding worst = sorted.get(0);
        RiskScore risk = scale.score(sorted, worst.confidence(), event);
        return new Verdict(worst.severity(), risk, worst.confidence(), sorted, unchecked);
    }
}
