package com.footstone.audit.model.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Verdict;

/**
 * What a verdict makes of one rule's finding.
 *
 * @param severity of the finding
 * @param exempted whether an exemption let it pass
 */
public record Stance(Severity severity, boolean exempted) {

    public Stance {
        Objects.requireNonNull(severity, "severity is null");
    }

    /** Of each rule that found something. */
    public static Map<String, Stance> of(Verdict verdict) {
        Map<String, Stance> stances = new HashMap<>();
        verdict.findings().forEach(finding -> stances.put(finding.rule(), new Stance(finding.severity(), false)));
        verdict.exempted()
                .forEach(one -> stances.put(
                        one.finding().rule(), new Stance(one.finding().severity(), true)));
        return stances;
    }
}
