package com.footstone.audit.checking;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/**
 * A rule that says of each event what it once said, so that a policy can be tried on it without the statement's text.
 *
 * @param said what it said; filled for each batch anew by whoever tries
 */
record RecalledRule(RuleInfo info, Map<EventId, Finding> said) implements EventRule {

    @Override
    public Check with(Thresholds thresholds) {
        return event -> {
            Finding finding = said.get(event.id());
            return finding == null ? RuleResult.CLEAR : new RuleResult.Raised(finding);
        };
    }

    /** What the rule said, before an adjustment of then made it lighter or heavier. */
    static Finding asSaid(Finding stored) {
        Map<String, String> evidence = new TreeMap<>(stored.evidence());
        evidence.keySet().removeAll(AdjustedFinding.RESERVED);
        return new Finding(stored.rule(), severityAsSaid(stored), stored.confidence(), stored.message(), evidence);
    }

    /** What was stored by earlier versions may hold anything there that a rule of others had put into its evidence. */
    private static Severity severityAsSaid(Finding stored) {
        String before = stored.evidence().get(AdjustedFinding.SEVERITY_BEFORE);
        return Stream.of(Severity.values())
                .filter(severity -> severity != Severity.SAFE && severity.name().equals(before))
                .findFirst()
                .orElse(stored.severity());
    }
}
