package com.footstone.audit.checking;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.policy.Adjustment;

/** A finding of an adjusted rule: it tells in its evidence what adjusted it, and what its severity was. */
public final class AdjustedFinding {

    static final String ADJUSTED_BY = "adjustedBy";
    static final String SEVERITY_BEFORE = "severityBefore";

    /** Names of evidence that no rule uses itself. */
    public static final Set<String> RESERVED = Set.of(ADJUSTED_BY, SEVERITY_BEFORE);

    private AdjustedFinding() {}

    static Finding of(Finding finding, Adjustment adjustment) {
        Severity severity = adjustment.severity().orElse(finding.severity());
        Map<String, String> evidence = new TreeMap<>(finding.evidence());
        evidence.put(ADJUSTED_BY, adjustment.name());
        if (severity != finding.severity()) {
            evidence.put(SEVERITY_BEFORE, finding.severity().name());
        }
        return new Finding(finding.rule(), severity, finding.confidence(), finding.message(), evidence);
    }
}
