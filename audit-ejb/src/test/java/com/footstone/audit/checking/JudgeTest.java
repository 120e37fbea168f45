package com.footstone.audit.checking;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.policy.Policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JudgeTest {

    private static final SampleEvent EVENT = SampleEvent.of(StatementKind.SELECT);
    private static final List<AnalysedEvent> TWO =
            List.of(EVENT.number(1).build(), EVENT.number(2).build());

    /** A rule of the test's own making. */
    private record Saying(RuleInfo info, EventRule.Check said) implements EventRule {
        @Override
        public EventRule.Check with(Thresholds thresholds) {
            return said;
        }
    }

    private record SayingOfBatch(RuleInfo info, BatchRule.Check said) implements BatchRule {
        @Override
        public BatchRule.Check with(Thresholds thresholds) {
            return said;
        }
    }

    @Test
    void aVerdictWithNothingFoundAndNothingMissedIsClean() {
        Verdict verdict = judge(clear("Calm")).judge(TWO).verdicts().get(0);

        assertThat(verdict.clean()).isTrue();
        assertThat(verdict.confidence()).isEqualTo(100);
    }

    @Test
    void findingsStandWorstFirstAndTheWorstGivesSeverityAndConfidence() {
        Judge judge = judge(
                raising("A", Severity.LOW, 100), raising("B", Severity.HIGH, 60), raising("C", Severity.HIGH, 70));

        Verdict verdict = judge.judge(TWO).verdicts().get(1);

        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("C", "B", "A");
        assertThat(verdict.severity()).isEqualTo(Severity.HIGH);
        assertThat(verdict.confidence()).isEqualTo(70);
    }

    @Test
    void aRuleThatThrowsLeavesTheVerdictIncompleteAndStopsNoOther() {
        Judge judge = judge(throwing("Broken"), raising("Sound", Severity.LOW, 100));

        Judgement judgement = judge.judge(TWO);

        assertThat(judgement.verdicts()).allSatisfy(verdict -> {
            assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("Sound");
            assertThat(verdict.complete()).isFalse();
            assertThat(verdict.unchecked()).containsExactly("the rule Broken failed with IllegalStateException");
        });
        RuleRun broken = judgement.runs().get(0);
        assertThat(broken.failures()).isEqualTo(2);
        assertThat(broken.fault())
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("secret");
    }

    @Test
    void aRuleThatRecursesWithoutEndOrDoesNotLinkOnlyFails() {
        Judge judge = judge(saying("Deep", JudgeTest::recurse), saying("Foreign", event -> {
            throw new NoSuchMethodError("gone");
        }));

        assertThat(judge.judge(TWO).verdicts().get(0).unchecked())
                .containsExactly(
                        "the rule Deep failed with StackOverflowError",
                        "the rule Foreign failed with NoSuchMethodError");
    }

    @Test
    void aRuleThatGivesNoAnswerHasFailed() {
        Judgement judgement = judge(saying("Mute", event -> null)).judge(TWO);

        assertThat(judgement.verdicts()).noneMatch(Verdict::complete);
        assertThat(judgement.runs().get(0).failures()).isEqualTo(2);
    }

    @Test
    void aBatchRuleThatAnswersForTooFewOrThrowsHasFailedOnEveryEvent() {
        Judge judge = judge(
                new SayingOfBatch(info("Short"), batch -> List.of(RuleResult.CLEAR)),
                new SayingOfBatch(info("Null"), batch -> Collections.nCopies(batch.size(), null)));

        Judgement judgement = judge.judge(TWO);

        assertThat(judgement.runs()).extracting(RuleRun::failures).containsExactly(2, 2);
        assertThat(judgement.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.unchecked()).hasSize(2));
    }

    @Test
    void aRuleThatCouldNotTellIsUncheckedButNoFailure() {
        Judgement judgement = judge(saying("Unsure", event -> new RuleResult.Failed("no idea")))
                .judge(TWO);

        assertThat(judgement.verdicts().get(0).unchecked()).containsExactly("no idea");
        assertThat(judgement.runs().get(0).failures()).isZero();
    }

    @Test
    void whatAnalysisCouldNotReadIsUnchecked() {
        List<AnalysedEvent> unread =
                List.of(EVENT.gaps("the statement could not be parsed").build());

        Verdict verdict = judge(clear("Calm")).judge(unread).verdicts().get(0);

        assertThat(verdict.severity()).isEqualTo(Severity.SAFE);
        assertThat(verdict.clean()).isFalse();
        assertThat(verdict.confidence()).isEqualTo(50);
        assertThat(verdict.unchecked()).containsExactly("the statement could not be parsed");
    }

    @Test
    void rulesThatAreSwitchedOffDoNotRun() {
        Judge judge = new Judge(
                List.of(clear("Kept"), raising("Dropped", Severity.HIGH, 100)),
                Thresholds.from(MapConfig.of("checker.dropped.enabled", "false")));

        assertThat(judge.rules()).containsExactly("Kept");
        assertThat(judge.judge(TWO).verdicts()).allMatch(Verdict::clean);
    }

    @Test
    void measuresEachRuleOncePerBatch() {
        AtomicLong nanos = new AtomicLong();
        Judge judge = new Judge(
                List.of(clear("A"), clear("B")),
                Thresholds.from(MapConfig.of()),
                Policy.NONE,
                () -> nanos.getAndAdd(1000));

        List<RuleRun> runs = judge.judge(TWO).runs();

        assertThat(runs).extracting(RuleRun::rule).containsExactly("A", "B");
        assertThat(runs).extracting(RuleRun::took).containsOnly(Duration.ofNanos(1000));
        assertThat(nanos).hasValue(4000);
    }

    @Test
    void refusesTwoRulesOfOneName() {
        assertThatThrownBy(() -> judge(clear("Twin"), clear("Twin")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Twin");
    }

    @Test
    void anEmptyBatchHasNoVerdicts() {
        assertThat(new Judge(ShippedRules.ALL, Thresholds.from(MapConfig.of()))
                        .judge(List.of())
                        .verdicts())
                .isEmpty();
    }

    @Test
    void aBatchCheckedAgainIsJudgedTheSame() {
        Judge judge = new Judge(ShippedRules.ALL, Thresholds.from(MapConfig.of()));
        List<AnalysedEvent> batch = IntStream.range(0, 50)
                .mapToObj(i -> EVENT.number(i)
                        .with(event -> event.traceId("t" + i % 3).executionTimeMs(i * 200L))
                        .build())
                .toList();

        assertThat(judge.judge(batch).verdicts()).isEqualTo(judge.judge(batch).verdicts());
    }

    private static RuleResult recurse(AnalysedEvent event) {
        return event == null ? RuleResult.CLEAR : deeper(event);
    }

    private static RuleResult deeper(AnalysedEvent event) {
        return recurse(event);
    }

    private static Judge judge(Rule... rules) {
        return new Judge(List.of(rules), Thresholds.from(MapConfig.of()));
    }

    private static EventRule clear(String id) {
        return saying(id, event -> RuleResult.CLEAR);
    }

    private static EventRule throwing(String id) {
        return saying(id, event -> {
            throw new IllegalStateException("secret text");
        });
    }

    private static EventRule raising(String id, Severity severity, int confidence) {
        RuleInfo info = info(id);
        return new Saying(info, event -> info.raise(severity, confidence, "Found.", Map.of()));
    }

    private static EventRule saying(String id, EventRule.Check check) {
        return new Saying(info(id), check);
    }

    private static RuleInfo info(String id) {
        return RuleInfo.of(id, "Title", Severity.LOW, Category.RELIABILITY, "Summary.");
    }
}
