package com.footstone.audit.checking.foreign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.model.policy.Scope;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.Threshold;
import com.footstone.audit.rule.ThresholdValues;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a rule of others does with thresholds or policies, a batch is judged. */
class ForeignJudgeTest {

    private static final Threshold<Long> MOST = new Threshold.Count("most", 10L, 1, 100, "rows", "More are too many.");
    private static final RuleDescription DESCRIPTION =
            new RuleDescription("Own", "Own", Severity.HIGH, "Always.", "A page.", List.of(MOST));

    private static final GuardSettings PATIENT = new GuardSettings(Duration.ofMinutes(1), 2);
    private static final GuardSettings HASTY = new GuardSettings(Duration.ofMillis(500), 1_000);

    private static final SampleEvent EVENT = SampleEvent.of(StatementKind.SELECT);
    private static final String LATE = "the rule Own did not answer within 500 ms";

    private final RuleThreads threads = new RuleThreads();
    private final AtomicInteger bindings = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        threads.close();
    }

    /** A rule that a test makes by what it does with its threshold. */
    private record Made(Function<Long, AuditRule.Check> made) implements AuditRule {
        @Override
        public RuleDescription description() {
            return DESCRIPTION;
        }

        @Override
        public Check with(ThresholdValues thresholds) {
            return made.apply(thresholds.get(MOST));
        }
    }

    @Test
    void aPolicyThatDoesNotAdjustItAsksNothingOfIt() {
        Judge configured = judge(PATIENT, most -> {
            bindings.incrementAndGet();
            return found(most);
        });

        for (int version = 0; version < 3; version++) {
            Policy policy = new Policy(version, List.of(), List.of());
            assertThat(verdict(configured.under(policy), EVENT).findings()).hasSize(1);
        }

        assertThat(bindings).hasValue(1);
    }

    @Test
    void thresholdsThatItDoesNotTakeInTimeCostAnAnswerAndNotTheJudge() {
        Judge judge = judge(HASTY, most -> {
            hang();
            return found(most);
        });

        assertThat(verdict(judge, EVENT).unchecked()).containsExactly(LATE);

        release.countDown();
        Awaitility.await().until(() -> verdict(judge, EVENT).complete());
    }

    @Test
    void whatItThrowsThereIsTriedAgain() {
        Judge judge = judge(PATIENT, most -> {
            if (bindings.incrementAndGet() == 1) {
                throw new IllegalStateException("a defect");
            }
            return found(most);
        });

        assertThat(verdict(judge, EVENT).unchecked()).containsExactly("the rule Own failed with IllegalStateException");
        assertThat(verdict(judge, EVENT).complete()).isTrue();
    }

    @Test
    void anAdjustmentThatItRefusesLeavesThoseEventsUncheckedAndNoOthers() {
        Judge judge = judge(PATIENT, most -> {
                    bindings.incrementAndGet();
                    if (most == 13) {
                        throw new IllegalArgumentException("13 bring bad luck");
                    }
                    return found(most);
                })
                .under(policy(adjustment("unlucky", "a", "13")));

        for (int i = 0; i < 5; i++) {
            assertThat(verdict(judge, by("a")).unchecked())
                    .containsExactly("the rule Own could not tell: it refuses its thresholds");
            assertThat(verdict(judge, by("b")).complete()).isTrue();
        }
        assertThat(bindings).hasValue(2);
    }

    @Test
    void eachEventIsJudgedByItsOwnThresholds() {
        Judge judge = judge(PATIENT, ForeignJudgeTest::found)
                .under(policy(
                        adjustment("a", "a", "20"),
                        adjustment("b", "b", "30"),
                        new Adjustment("c", "Own", where("c"), Optional.of(false), Optional.empty(), Map.of())));

        List<Verdict> verdicts = judge.judge(List.of(event("a", 0), event("b", 1), event("c", 2), event("d", 3)))
                .verdicts();

        assertThat(verdicts.get(0).findings())
                .extracting(Finding::evidence)
                .containsExactly(Map.of("most", "20", "adjustedBy", "a"));
        assertThat(verdicts.get(1).findings())
                .extracting(Finding::evidence)
                .containsExactly(Map.of("most", "30", "adjustedBy", "b"));
        assertThat(verdicts.get(2).clean()).isTrue();
        assertThat(verdicts.get(3).findings()).extracting(Finding::evidence).containsExactly(Map.of("most", "10"));
    }

    @Test
    void itHasTheTimeOfOneBatchHoweverManyAdjustmentsThereAre() {
        List<Adjustment> adjustments = IntStream.range(1, 10)
                .mapToObj(i -> adjustment("n" + i, "a" + i, Integer.toString(i)))
                .toList();
        AtomicInteger calls = new AtomicInteger();
        Judge judge = judge(HASTY, most -> event -> {
                    calls.incrementAndGet();
                    hang();
                    return DESCRIPTION.raise(100, "Found.", Map.of());
                })
                .under(new Policy(1, adjustments, List.of()));

        List<Verdict> verdicts = judge.judge(
                        IntStream.range(0, 10).mapToObj(i -> event("a" + i, i)).toList())
                .verdicts();

        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(verdict.unchecked()).containsExactly(LATE));
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatGoesWrongInATrialDoesNotSwitchItOff() {
        AtomicInteger calls = new AtomicInteger();
        ForeignRule rule = rule(PATIENT, most -> event -> {
            if (calls.incrementAndGet() <= 2) {
                throw new IllegalStateException("a defect");
            }
            return DESCRIPTION.raise(100, "Found.", Map.of());
        });
        Judge inEarnest = new Judge(List.of(rule), Thresholds.defaults());
        Judge trial = new Judge(List.of(rule.apart()), Thresholds.defaults());

        for (int i = 0; i < 3; i++) {
            assertThat(verdict(trial, EVENT).complete()).isFalse();
        }

        assertThat(verdict(trial, EVENT).unchecked()).containsExactly("the rule Own is switched off after 2 faults");
        assertThat(verdict(inEarnest, EVENT).complete()).isTrue();
    }

    private ForeignRule rule(GuardSettings settings, Function<Long, AuditRule.Check> made) {
        return new ForeignRule(new Made(made), DESCRIPTION, new Guards(settings, threads, threads));
    }

    private Judge judge(GuardSettings settings, Function<Long, AuditRule.Check> made) {
        return new Judge(List.of(rule(settings, made)), Thresholds.defaults());
    }

    private static AuditRule.Check found(long most) {
        return event -> DESCRIPTION.raise(100, "Found.", Map.of("most", Long.toString(most)));
    }

    /** Listens to no interruption, until the test ends. */
    private void hang() {
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
    }

    private static Policy policy(Adjustment... adjustments) {
        return new Policy(1, List.of(adjustments), List.of());
    }

    private static Adjustment adjustment(String name, String application, String most) {
        return new Adjustment(
                name, "Own", where(application), Optional.empty(), Optional.empty(), Map.of("checker.own.most", most));
    }

    private static Scope where(String application) {
        return new Scope(
                List.of(),
                List.of(application),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static SampleEvent by(String application) {
        return EVENT.with(event -> event.application(application));
    }

    private static AnalysedEvent event(String application, long number) {
        return by(application).number(number).build();
    }

    private static Verdict verdict(Judge judge, SampleEvent event) {
        return judge.judge(List.of(event.build())).verdicts().get(0);
    }
}
