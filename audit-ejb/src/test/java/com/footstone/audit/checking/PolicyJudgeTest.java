package com.footstone.audit.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.Scope;

import static com.footstone.audit.checking.PolicySample.applications;
import static com.footstone.audit.checking.PolicySample.onlyTables;
import static org.assertj.core.api.Assertions.assertThat;

class PolicyJudgeTest {

    private static final Instant NOW = SampleEvent.NOON;
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Thresholds CONFIGURED = Thresholds.from(MapConfig.of());
    private static final SampleEvent SLOW =
            SampleEvent.of(StatementKind.SELECT).with(event -> event.executionTimeMs(2000));

    @Test
    void aRuleIsOffForWhomItIsSwitchedOffAndForNobodyElse() {
        Judge judge = adjusted(off("reports", "SlowQuery", applications("reports")));

        assertThat(rules(judge, by("reports"))).isEmpty();
        assertThat(rules(judge, by("Reports"))).isEmpty();
        assertThat(rules(judge, by("shop"))).containsExactly("SlowQuery");
        assertThat(rules(judge, SLOW)).as("whoever does not tell").containsExactly("SlowQuery");
    }

    @Test
    void aRuleThatIsOffRunsForWhomItIsSwitchedOn() {
        Thresholds without = Thresholds.from(MapConfig.of("checker.slowQuery.enabled", "false"));
        Judge judge = new Judge(
                ShippedRules.ALL,
                without,
                new Policy(1, List.of(adjustment("watch", Optional.of(true), Optional.empty(), Map.of())), List.of()));

        assertThat(rules(judge, by("reports"))).containsExactly("SlowQuery");
        assertThat(rules(judge, by("shop"))).isEmpty();
    }

    @Test
    void aThresholdIsAnotherForSome() {
        Judge judge = adjusted(adjustment(
                "patience",
                Optional.empty(),
                Optional.empty(),
                Map.of("checker.slowQuery.threshold", "3000", "checker.slowQuery.critical", "9000")));

        assertThat(rules(judge, by("reports"))).isEmpty();
        assertThat(rules(judge, by("shop"))).containsExactly("SlowQuery");
        assertThat(verdict(judge, by("reports").with(event -> event.executionTimeMs(4000)))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .containsEntry("threshold", "3000")
                        .containsEntry("adjustedBy", "patience"));
    }

    @Test
    void aSeverityIsAnotherForSomeAndTheFindingTellsWhatItWas() {
        Judge judge = adjusted(adjustment("calm", Optional.empty(), Optional.of(Severity.LOW), Map.of()));

        Verdict verdict = verdict(judge, by("reports"));

        assertThat(verdict.severity()).isEqualTo(Severity.LOW);
        assertThat(verdict.findings().get(0).evidence())
                .containsEntry("severityBefore", "HIGH")
                .containsEntry("adjustedBy", "calm");
        assertThat(verdict.risk().value())
                .isLessThan(verdict(judge, by("shop")).risk().value());
    }

    @Test
    void theFirstAdjustmentThatFitsDecidesAlone() {
        Judge judge = adjusted(
                adjustment("first", Optional.empty(), Optional.of(Severity.LOW), Map.of()),
                off("second", "SlowQuery", Scope.EVERYTHING));

        assertThat(rules(judge, by("reports"))).containsExactly("SlowQuery");
        assertThat(rules(judge, by("shop"))).isEmpty();
    }

    @Test
    void aRuleAboutABatchStillSeesTheWholeOfIt() {
        List<AnalysedEvent> burst = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String application = i % 2 == 0 ? "reports" : "shop";
            burst.add(SampleEvent.of(StatementKind.SELECT)
                    .number(i)
                    .with(event -> event.application(application).sessionId("s").traceId("t"))
                    .build());
        }
        List<Verdict> plain =
                new Judge(ShippedRules.ALL, CONFIGURED).judge(burst).verdicts();
        List<Verdict> adjusted = adjusted(off("no bursts", "NPlusOne", applications("reports")))
                .judge(burst)
                .verdicts();

        for (int i = 0; i < burst.size(); i++) {
            List<Finding> expected = i % 2 == 0
                    ? plain.get(i).findings().stream()
                            .filter(finding -> !finding.rule().equals("NPlusOne"))
                            .toList()
                    : plain.get(i).findings();
            assertThat(adjusted.get(i).findings()).isEqualTo(expected);
        }
    }

    @Test
    void anExemptedFindingCountsForNothingAndStaysVisible() {
        Judge judge = exempting(exemption(7, applications("reports"), TOMORROW));

        Verdict verdict = verdict(judge, by("reports"));

        assertThat(verdict.severity()).isEqualTo(Severity.SAFE);
        assertThat(verdict.risk().value()).isZero();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.clean()).isFalse();
        assertThat(verdict.exempted()).singleElement().satisfies(exempted -> {
            assertThat(exempted.exemption()).isEqualTo(7);
            assertThat(exempted.finding().rule()).isEqualTo("SlowQuery");
        });
        assertThat(rules(judge, by("shop"))).containsExactly("SlowQuery");
    }

    @Test
    void anExemptionEndsWhenItExpiresByTheTimeOfReceipt() {
        Judge judge = exempting(exemption(7, applications("reports"), NOW));
        List<AnalysedEvent> batch = List.of(by("reports").build());

        assertThat(judge.judge(batch, NOW.minusNanos(1)).verdicts().get(0).findings())
                .isEmpty();
        assertThat(judge.judge(batch, NOW).verdicts().get(0).findings()).hasSize(1);
    }

    @Test
    void anExemptionOfATableCoversOnlyStatementsThatAreUnderstood() {
        Judge judge = exempting(exemption(7, onlyTables("t"), TOMORROW));

        assertThat(rules(judge, SLOW)).isEmpty();
        assertThat(rules(judge, SLOW.gaps("too long to parse"))).containsExactly("SlowQuery");
        assertThat(rules(exempting(exemption(7, onlyTables("other"), TOMORROW)), SLOW))
                .containsExactly("SlowQuery");
    }

    @Test
    void everyVerdictNamesTheVersionAlsoACleanOne() {
        Judge judge = new Judge(ShippedRules.ALL, CONFIGURED, new Policy(12, List.of(), List.of()));

        assertThat(verdict(judge, SLOW).policy()).isEqualTo(12);
        assertThat(verdict(judge, SampleEvent.of(StatementKind.SELECT)).policy())
                .isEqualTo(12);
    }

    @Test
    void anAdjustmentThatDoesNotFitTheRulesHereIsLeftOutAndTold() {
        Judge judge = adjusted(
                adjustment("odd", Optional.empty(), Optional.empty(), Map.of("checker.slowQuery.unheardOf", "1")),
                adjustment("bad", Optional.empty(), Optional.empty(), Map.of("checker.slowQuery.threshold", "soon")));

        assertThat(judge.unusable()).containsExactly("odd", "bad");
        assertThat(rules(judge, by("reports"))).containsExactly("SlowQuery");
    }

    /** Whatever a policy exempts, nothing that a rule found disappears, and nobody outside of its scopes is touched. */
    @Test
    void nothingIsLostAndNobodyElseIsTouched() {
        Random random = new Random(20261122);
        Judge plain = new Judge(ShippedRules.ALL, CONFIGURED);
        for (int round = 0; round < 200; round++) {
            List<Exemption> exemptions = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                exemptions.add(exemption(i + 1L, applications("a" + random.nextInt(3)), TOMORROW));
            }
            List<AnalysedEvent> batch = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int application = random.nextInt(5);
                long took = random.nextInt(8000);
                batch.add(SampleEvent.of(random.nextBoolean() ? StatementKind.SELECT : StatementKind.DELETE)
                        .number(i)
                        .where(random.nextBoolean() ? Presence.PRESENT : Presence.ABSENT)
                        .with(event -> event.application("a" + application).executionTimeMs(took))
                        .build());
            }
            List<Verdict> before = plain.judge(batch).verdicts();
            List<Verdict> after = exempting(exemptions.toArray(Exemption[]::new))
                    .judge(batch, NOW)
                    .verdicts();
            for (int i = 0; i < batch.size(); i++) {
                List<Finding> kept = new ArrayList<>(after.get(i).findings());
                after.get(i).exempted().stream().map(Exempted::finding).forEach(kept::add);
                assertThat(kept)
                        .containsExactlyInAnyOrderElementsOf(before.get(i).findings());
                assertThat(after.get(i).risk().value())
                        .isLessThanOrEqualTo(before.get(i).risk().value());
                if (after.get(i).exempted().isEmpty()) {
                    assertThat(after.get(i).findings()).isEqualTo(before.get(i).findings());
                    assertThat(after.get(i).risk()).isEqualTo(before.get(i).risk());
                }
            }
        }
    }

    private static SampleEvent by(String application) {
        return SLOW.with(event -> event.application(application));
    }

    private static List<String> rules(Judge judge, SampleEvent event) {
        return verdict(judge, event).findings().stream().map(Finding::rule).toList();
    }

    private static Verdict verdict(Judge judge, SampleEvent event) {
        return judge.judge(List.of(event.build()), NOW).verdicts().get(0);
    }

    private static Judge adjusted(Adjustment... adjustments) {
        return new Judge(ShippedRules.ALL, CONFIGURED, new Policy(1, List.of(adjustments), List.of()));
    }

    private static Judge exempting(Exemption... exemptions) {
        return new Judge(ShippedRules.ALL, CONFIGURED, new Policy(1, List.of(), List.of(exemptions)));
    }

    private static Adjustment off(String name, String rule, Scope where) {
        return new Adjustment(name, rule, where, Optional.of(false), Optional.empty(), Map.of());
    }

    private static Adjustment adjustment(
            String name, Optional<Boolean> enabled, Optional<Severity> severity, Map<String, String> thresholds) {
        return new Adjustment(name, "SlowQuery", applications("reports"), enabled, severity, thresholds);
    }

    private static Exemption exemption(long id, Scope where, Instant expires) {
        List<String> rules = List.of("SlowQuery", "NoWhere");
        return new Exemption(id, new ExemptionRequest(rules, where, "known", "alice", expires), "bob");
    }
}
