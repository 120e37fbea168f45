package com.footstone.audit.checking;

import java.util.Map;
import java.util.TreeMap;

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
        String before = stored.evidence().get(AdjustedFinding.SEVERITY_BEFORE);
        Map<String, String> evidence = new TreeMap<>(stored.evidence());
        evidence.remove(AdjustedFinding.SEVERITY_BEFORE);
        evidence.remove(AdjustedFinding.ADJUSTED_BY);
        return new Finding(
                stored.rule(),
                before == null ? stored.severity() : Severity.valueOf(before),
                stored.confidence(),
                stored.message(),
                evidence);
    }
}
