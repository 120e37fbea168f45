package com.footstone.audit.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.config.MapConfig;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.RehearsalReport;
import com.footstone.audit.model.policy.RehearsalReport.RuleChange;
import com.footstone.audit.model.policy.Scope;
import com.footstone.audit.model.policy.Stance;

import static com.footstone.audit.checking.PolicySample.applications;
import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    private static final Instant NOW = SampleEvent.NOON;
    private static final Thresholds CONFIGURED = Thresholds.from(MapConfig.of());

    private static final Setting<Long> SLOWER =
            Setting.of("checker.slowQuery.trial", ValueType.count(1, 9, ""), "1", "A trial's.");

    /** Took one, two, … five seconds, alternately of two applications. */
    private static final List<AnalysedEvent> EVENTS = events();

    @Test
    void withoutAChangeNothingWouldHaveChanged() {
        RehearsalReport report = tried(Policy.NONE, Policy.NONE, judged(Policy.NONE));

        assertThat(report.events()).isEqualTo(5);
        assertThat(report.changed()).isZero();
        assertThat(report.examples()).isEmpty();
        assertThat(slow(report).before()).isEqualTo(Map.of(Severity.HIGH, 4L));
        assertThat(slow(report).after()).isEqualTo(slow(report).before());
    }

    @Test
    void severitiesSwitchingOffAndExemptionsAreAppliedToWhatWasFound() {
        Policy draft = new Policy(
                1,
                List.of(
                        adjustment("off", applications("a"), Optional.of(false), Optional.empty(), Map.of()),
                        adjustment("low", Scope.EVERYTHING, Optional.empty(), Optional.of(Severity.LOW), Map.of())),
                List.of(exemption(applications("b"))));

        RehearsalReport report = tried(Policy.NONE, draft, judged(Policy.NONE));

        assertThat(slow(report).after()).isEmpty();
        assertThat(slow(report).exemptedAfter()).isEqualTo(2);
        assertThat(slow(report).unknown()).isZero();
        assertThat(report.changed()).isEqualTo(4);
        assertThat(report.examples()).hasSize(4).allSatisfy(example -> assertThat(example.before())
                .contains(new Stance(Severity.HIGH, false)));
    }

    @Test
    void aThresholdIsTriedByRunningTheRuleAgain() {
        RehearsalReport higher = tried(Policy.NONE, threshold("3000"), judged(Policy.NONE));
        assertThat(slow(higher).after()).isEqualTo(Map.of(Severity.HIGH, 2L));

        RehearsalReport lower = tried(Policy.NONE, threshold("500"), judged(Policy.NONE));
        assertThat(slow(lower).after()).isEqualTo(Map.of(Severity.HIGH, 5L));
        assertThat(slow(lower).unknown()).isZero();
    }

    @Test
    void whatAnAdjustmentOfThenKeptFromBeingFoundIsFoundAgain() {
        Policy then = new Policy(
                4,
                List.of(adjustment("off", applications("a"), Optional.of(false), Optional.empty(), Map.of())),
                List.of());

        RehearsalReport report = tried(then, Policy.NONE, judged(then));

        assertThat(slow(report).before()).isEqualTo(Map.of(Severity.HIGH, 2L));
        assertThat(slow(report).after()).isEqualTo(Map.of(Severity.HIGH, 4L));
    }

    @Test
    void aSeverityThatAPolicyOfThenGaveIsTakenBack() {
        Policy then = new Policy(
                4,
                List.of(adjustment("low", Scope.EVERYTHING, Optional.empty(), Optional.of(Severity.LOW), Map.of())),
                List.of());

        RehearsalReport report = tried(then, Policy.NONE, judged(then));

        assertThat(slow(report).before()).isEqualTo(Map.of(Severity.LOW, 4L));
        assertThat(slow(report).after()).isEqualTo(Map.of(Severity.HIGH, 4L));
    }

    @Test
    void whatCannotBeRepeatedIsUnknownAndStaysAsItWas() {
        List<AuditedEvent> stored = judged(Policy.NONE).stream()
                .map(event -> new AuditedEvent(event.analysed(), found("SlowQuery", Severity.MEDIUM)))
                .toList();

        RehearsalReport report = tried(Policy.NONE, threshold("100000"), stored);

        assertThat(slow(report).unknown()).isEqualTo(5);
        assertThat(slow(report).after()).isEqualTo(Map.of(Severity.MEDIUM, 5L));
        assertThat(report.changed()).isZero();
    }

    @Test
    void aRuleThatIsNotHereAnyMoreIsUnknown() {
        List<AuditedEvent> stored = List.of(new AuditedEvent(EVENTS.get(0), found("Bygone", Severity.LOW)));

        RehearsalReport report = tried(Policy.NONE, Policy.NONE, stored);

        assertThat(report.rules()).singleElement().satisfies(change -> {
            assertThat(change.rule()).isEqualTo("Bygone");
            assertThat(change.unknown()).isOne();
            assertThat(change.after()).isEqualTo(change.before());
        });
    }

    @Test
    void evidenceThatLooksLikeAnAdjustmentsButIsNoneIsPassedOver() {
        for (String severity : List.of("SAFE", "very high", "")) {
            Finding odd =
                    new Finding("SlowQuery", Severity.HIGH, 100, "It was found.", Map.of("severityBefore", severity));
            Verdict verdict = new Verdict(Severity.HIGH, RiskScore.NONE, 100, List.of(odd), List.of());

            RehearsalReport report = tried(Policy.NONE, Policy.NONE, List.of(new AuditedEvent(EVENTS.get(0), verdict)));

            assertThat(slow(report).after()).isEqualTo(Map.of(Severity.HIGH, 1L));
        }
    }

    @Test
    void aRuleThatFailsInTheTrialIsUnknown() {
        Rule broken = new EventRule() {
            @Override
            public RuleInfo info() {
                return RuleInfo.of("SlowQuery", "Broken", Severity.LOW, Category.PERFORMANCE, "Never.", SLOWER);
            }

            @Override
            public Check with(Thresholds thresholds) {
                return event -> {
                    if (thresholds.get(SLOWER) > 1) {
                        throw new IllegalStateException("a defect");
                    }
                    return info().raise(Severity.HIGH, 100, "It was found.", Map.of());
                };
            }
        };
        Adjustment adjustment = adjustment(
                "n", Scope.EVERYTHING, Optional.empty(), Optional.empty(), Map.of("checker.slowQuery.trial", "2"));
        Rehearsal rehearsal = new Rehearsal(
                List.of(broken), CONFIGURED, new Policy(1, List.of(adjustment), List.of()), any -> Policy.NONE);

        rehearsal.tryOn(List.of(new AuditedEvent(EVENTS.get(0), found("SlowQuery", Severity.HIGH))), NOW);

        assertThat(slow(rehearsal.report()).unknown()).isOne();
        assertThat(rehearsal.report().changed()).isZero();
    }

    private static RehearsalReport tried(Policy then, Policy draft, List<AuditedEvent> stored) {
        Rehearsal rehearsal = new Rehearsal(ShippedRules.ALL, CONFIGURED, draft, Map.of(then.version(), then)::get);
        rehearsal.tryOn(stored, NOW);
        return rehearsal.report();
    }

    private static RuleChange slow(RehearsalReport report) {
        return report.rules().stream()
                .filter(change -> change.rule().equals("SlowQuery"))
                .findFirst()
                .orElseThrow();
    }

    private static List<AuditedEvent> judged(Policy policy) {
        List<Verdict> verdicts = new Judge(ShippedRules.ALL, CONFIGURED, policy)
                .judge(EVENTS, NOW)
                .verdicts();
        List<AuditedEvent> judged = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            judged.add(new AuditedEvent(EVENTS.get(i), verdicts.get(i)));
        }
        return judged;
    }

    private static Verdict found(String rule, Severity severity) {
        Finding finding = new Finding(rule, severity, 100, "It was found.", Map.of());
        return new Verdict(severity, RiskScore.NONE, 100, List.of(finding), List.of());
    }

    private static Policy threshold(String value) {
        return new Policy(
                1,
                List.of(adjustment(
                        "other",
                        Scope.EVERYTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("checker.slowQuery.threshold", value, "checker.slowQuery.critical", "86400000"))),
                List.of());
    }

    private static Adjustment adjustment(
            String name,
            Scope where,
            Optional<Boolean> enabled,
            Optional<Severity> severity,
            Map<String, String> thresholds) {
        return new Adjustment(name, "SlowQuery", where, enabled, severity, thresholds);
    }

    private static Exemption exemption(Scope where) {
        Instant expires = NOW.plus(Duration.ofDays(1));
        return new Exemption(1, new ExemptionRequest(List.of("SlowQuery"), where, "known", "alice", expires), "bob");
    }

    private static List<AnalysedEvent> events() {
        List<AnalysedEvent> events = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            long took = i * 1000L;
            String application = i % 2 == 0 ? "a" : "b";
            events.add(SampleEvent.of(StatementKind.SELECT)
                    .number(i)
                    .with(event -> event.executionTimeMs(took).application(application))
                    .build());
        }
        return events;
    }
}
