package com.footstone.audit.checking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Verdict;

/**
 * Counts what checking does. Prometheus shows {@code audit_checker_duration_seconds}, {@code audit_findings_total},
 * {@code audit_rule_failures_total} and {@code audit_exemptions_applied_total}: the exporter appends the unit and {@code _total} to the names given here.
 */
final class CheckingMetrics {

    private static final Metadata DURATION = Metadata.builder()
            .withName("audit_checker_duration")
            .withDescription("Time that a rule needs for a batch of events")
            .withUnit(MetricUnits.SECONDS)
            .build();
    private static final Metadata FINDINGS = Metadata.builder()
            .withName("audit_findings")
            .withDescription("Findings by rule and severity")
            .build();
    private static final Metadata FAILURES = Metadata.builder()
            .withName("audit_rule_failures")
            .withDescription("Events on which a rule failed with an exception")
            .build();

    private static final Metadata VERDICTS = Metadata.builder()
            .withName("audit_verdicts")
            .withDescription("Verdicts by their worst finding, and whether everything could be checked")
            .build();

    private static final Metadata EXEMPTED = Metadata.builder()
            .withName("audit_exemptions_applied")
            .withDescription("Findings that an exemption let pass")
            .build();

    private static final String CHECKER = "checker";

    private final MetricRegistry registry;

    CheckingMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Makes a rule's metrics visible before it has done anything: an alert on a rate needs the zero. */
    void announce(String rule) {
        registry.timer(DURATION, new Tag(CHECKER, rule));
        registry.counter(FAILURES, new Tag(CHECKER, rule));
        exempted(rule);
        for (Severity severity : Severity.values()) {
            verdict(severity, true);
            verdict(severity, false);
        }
    }

    void record(Judgement judgement) {
        for (RuleRun run : judgement.runs()) {
            registry.timer(DURATION, new Tag(CHECKER, run.rule())).update(run.took());
            if (run.failures() > 0) {
                registry.counter(FAILURES, new Tag(CHECKER, run.rule())).inc(run.failures());
            }
        }
        verdicts(judgement.verdicts());
        for (Verdict verdict : judgement.verdicts()) {
            for (Finding finding : verdict.findings()) {
                registry.counter(
                                FINDINGS,
                                new Tag("rule", finding.rule()),
                                new Tag("severity", finding.severity().name()))
                        .inc();
            }
            for (Exempted exempted : verdict.exempted()) {
                exempted(exempted.finding().rule()).inc();
            }
        }
    }

    private Counter exempted(String rule) {
        return registry.counter(EXEMPTED, new Tag("rule", rule));
    }

    /** Most of a batch have the same verdict: counted first, told once. */
    private void verdicts(List<Verdict> verdicts) {
        Map<Boolean, Map<Severity, Long>> counts = verdicts.stream()
                .collect(Collectors.partitioningBy(
                        Verdict::complete,
                        Collectors.groupingBy(
                                Verdict::severity, () -> new EnumMap<>(Severity.class), Collectors.counting())));
        counts.forEach((complete, bySeverity) -> bySeverity.forEach(
                (severity, count) -> verdict(severity, complete).inc(count)));
    }

    private Counter verdict(Severity severity, boolean complete) {
        return registry.counter(
                VERDICTS, new Tag("severity", severity.name()), new Tag("complete", Boolean.toString(complete)));
    }
}
