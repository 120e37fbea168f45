package com.footstone.audit.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What the product says of one execution.
 *
 * @param severity the worst finding's severity, {@link Severity#SAFE} if there is none
 * @param risk the risk with its parts
 * @param confidence how sure the verdict is, 0 to 100
 * @param findings what rules hold against it; kept worst first, whatever the order given
 * @param unchecked what could not be checked and why; a verdict with entries here is incomplete, never clean
 * @param policy version of the policy that it was judged by, 0 before there was one
 * @param exempted what rules found and an exemption let pass: in no way part of severity and risk
 */
public record Verdict(
        Severity severity,
        RiskScore risk,
        int confidence,
        List<Finding> findings,
        List<String> unchecked,
        long policy,
        List<Exempted> exempted) {

    public Verdict {
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(risk, "risk is null");
        Checks.requireBetween(confidence, "confidence", 0, 100);
        findings = Checks.copySorted(
                findings, "findings", Comparator.comparing(Finding::severity).reversed());
        unchecked = Checks.copy(unchecked, "unchecked");
        Checks.requireAtLeast(policy, "policy", 0);
        exempted = Checks.copy(exempted, "exempted");
        Severity worst = findings.stream().map(Finding::severity).reduce(Severity.SAFE, Severity::max);
        if (severity != worst) {
            throw new InvalidValueException("severity", "is not that of the worst finding");
        }
    }

    /** A verdict without a policy. */
    public Verdict(Severity severity, RiskScore risk, int confidence, List<Finding> findings, List<String> unchecked) {
        this(severity, risk, confidence, findings, unchecked, 0, List.of());
    }

    /** Whether everything that should have been checked was. */
    public boolean complete() {
        return unchecked.isEmpty();
    }

    /** Whether everything was checked and nothing was found, nor anything let pass. */
    public boolean clean() {
        return complete() && findings.isEmpty() && exempted.isEmpty();
    }
}
