package com.footstone.audit.checking.foreign;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.GuardedRule.Answers;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class GuardTest {

    /** For rules that come to an end: no machine is so busy. */
    private static final GuardSettings PATIENT = new GuardSettings(Duration.ofMinutes(1), 3);

    private static final GuardSettings HASTY = new GuardSettings(Duration.ofMillis(500), 3);
    private static final RuleResult FOUND =
            new RuleResult.Raised(new Finding("Own", Severity.LOW, 100, "Found.", Map.of()));

    private final RuleThreads threads = new RuleThreads();
    private final AtomicLong clock = new AtomicLong();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        threads.close();
    }

    private Guard guard(GuardSettings settings) {
        return new Guard("Own", settings, threads, clock::get);
    }

    private static List<AnalysedEvent> batch(int events) {
        return LongStream.range(0, events)
                .mapToObj(i -> SampleEvent.of(StatementKind.SELECT).number(i).build())
                .toList();
    }

    private static Answers asked(Guard guard, EventRule.Check check, List<AnalysedEvent> batch) {
        return guard.check(batch, Collections.nCopies(batch.size(), check));
    }

    private static RuleResult failed(String why) {
        return new RuleResult.Failed("the rule Own " + why);
    }

    /** Listens to no interruption, until the test ends. */
    private RuleResult hang() {
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
        return RuleResult.CLEAR;
    }

    @Test
    void whatTheRuleSaysIsHandedOn() {
        Answers answers = asked(guard(PATIENT), event -> event.id().offset() == 1 ? FOUND : RuleResult.CLEAR, batch(3));

        assertThat(answers).isEqualTo(new Answers(List.of(RuleResult.CLEAR, FOUND, RuleResult.CLEAR), 0, ""));
    }

    @Test
    void anExceptionCostsTheEventAndNoOther() {
        Answers answers = asked(
                guard(PATIENT),
                event -> {
                    if (event.id().offset() == 1) {
                        throw new IllegalStateException("select 'secret'");
                    }
                    return FOUND;
                },
                batch(3));

        assertThat(answers.results()).containsExactly(FOUND, failed("failed with IllegalStateException"), FOUND);
        assertThat(answers.failures()).isEqualTo(1);
        assertThat(answers.fault())
                .startsWith("java.lang.IllegalStateException at com.footstone.audit.checking.foreign.GuardTest")
                .doesNotContain("secret");
    }

    @Test
    void errorsAreExceptionsToo() {
        for (Error error : List.of(new StackOverflowError(), new NoSuchMethodError("gone"))) {
            EventRule.Check throwing = event -> {
                throw error;
            };

            assertThat(asked(guard(PATIENT), throwing, batch(1)).results())
                    .containsExactly(failed("failed with " + error.getClass().getSimpleName()));
        }
    }

    @Test
    void anAnswerHasToBeOne() {
        for (RuleResult answer : new RuleResult[] {
            null,
            new RuleResult.Raised(new Finding("NoWhere", Severity.LOW, 100, "Found.", Map.of())),
            new RuleResult.Raised(new Finding("Own", Severity.LOW, 100, "x".repeat(501), Map.of())),
            new RuleResult.Raised(new Finding("Own", Severity.LOW, 100, "Found.", Map.of("sql", "x".repeat(500)))),
            new RuleResult.Raised(new Finding("Own", Severity.LOW, 100, "Found.", Map.of("severityBefore", "LOW"))),
            new RuleResult.Raised(new Finding("Own", Severity.LOW, 100, "Found.", Map.of("adjustedBy", "me"))),
            new RuleResult.Failed("x".repeat(501)),
        }) {
            assertThat(asked(guard(PATIENT), event -> answer, batch(1)).results())
                    .containsExactly(failed("failed with IllegalStateException"));
        }
    }

    @Test
    void aRuleMaySayThatItCannotTell() {
        RuleResult cannot = new RuleResult.Failed("nothing is known of this database");

        assertThat(asked(guard(PATIENT), event -> cannot, batch(1)))
                .isEqualTo(new Answers(List.of(failed("could not tell: nothing is known of this database")), 0, ""));
    }

    @Test
    void aRuleThatDoesNotEndKeepsNobodyWaiting() {
        Answers answers = asked(guard(HASTY), event -> event.id().offset() < 2 ? FOUND : hang(), batch(5));

        RuleResult late = failed("did not answer within 500 ms");
        assertThat(answers.results()).containsExactly(FOUND, FOUND, late, late, late);
        assertThat(answers.failures()).isEqualTo(3);
        assertThat(answers.fault()).isEqualTo("did not answer within 500 ms");
    }

    @Test
    void aRuleThatWaitsIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        EventRule.Check waits = event -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return FOUND;
        };

        asked(guard(HASTY), waits, batch(1));

        Awaitility.await().untilTrue(interrupted);
    }

    @Test
    void itIsNotCalledAgainWhileItHasNotComeBack() {
        Guard guard = guard(HASTY);
        AtomicInteger calls = new AtomicInteger();
        EventRule.Check hangs = event -> {
            calls.incrementAndGet();
            return hang();
        };

        asked(guard, hangs, batch(1));
        Answers second = asked(guard, hangs, batch(2));

        assertThat(calls).hasValue(1);
        RuleResult busy = failed("is still busy with an earlier batch");
        assertThat(second.results()).isEqualTo(Collections.nCopies(2, busy));
        assertThat(second.failures()).isEqualTo(2);
    }

    @Test
    void itIsCalledAgainWhenItHasComeBack() {
        Guard guard = new Guard("Own", new GuardSettings(Duration.ofMillis(50), 1_000_000), threads);

        asked(guard, event -> hang(), batch(1));
        release.countDown();

        Awaitility.await()
                .until(() -> asked(guard, event -> FOUND, batch(1)).results().equals(List.of(FOUND)));
    }

    @Test
    void whatGoesWrongAgainAndAgainIsSwitchedOff() {
        Guard guard = guard(PATIENT);
        EventRule.Check throwing = event -> {
            throw new IllegalStateException();
        };
        for (int i = 0; i < 3; i++) {
            assertThat(guard.isOff()).isFalse();
            asked(guard, throwing, batch(10));
        }

        Answers answers = asked(guard, event -> FOUND, batch(1));

        assertThat(guard.isOff()).isTrue();
        assertThat(answers).isEqualTo(new Answers(List.of(failed("is switched off after 3 faults")), 1, ""));
    }

    @Test
    void aCallThatIsLateCountsOnceHoweverManyBatchesComeMeanwhile() {
        Guard guard = guard(HASTY);
        asked(guard, event -> hang(), batch(1));

        for (int i = 0; i < 10; i++) {
            assertThat(asked(guard, event -> FOUND, batch(1)))
                    .isEqualTo(new Answers(List.of(failed("is still busy with an earlier batch")), 1, ""));
        }

        assertThat(guard.isOff()).isFalse();
    }

    @Test
    void aCallThatDoesNotComeBackAtAllSwitchesItOff() {
        Guard guard = guard(HASTY);
        asked(guard, event -> hang(), batch(1));
        clock.addAndGet(Duration.ofMillis(5001).toNanos());

        Answers answers = asked(guard, event -> FOUND, batch(1));

        assertThat(guard.isOff()).isTrue();
        assertThat(answers.results())
                .containsExactly(failed("is switched off because a call did not come back within 5000 ms"));
    }

    @Test
    void thatOthersTakeAllThreadsIsNoFaultOfTheRule() {
        Guard guard = new Guard("Own", new GuardSettings(Duration.ofMinutes(1), 1), work -> {
            throw new RejectedExecutionException();
        });

        Answers answers = asked(guard, event -> FOUND, batch(1));

        assertThat(answers.results()).containsExactly(failed("found no thread"));
        assertThat(answers.fault()).isNotEmpty();
        assertThat(guard.isOff()).isFalse();
    }

    @Test
    void eachEventIsAskedWithItsOwnCheckWithinOneBudget() {
        Guard guard = guard(HASTY);
        List<AnalysedEvent> batch = batch(4);

        Answers answers = guard.check(
                batch, List.of(event -> FOUND, event -> RuleResult.CLEAR, event -> hang(), event -> hang()));

        RuleResult late = failed("did not answer within 500 ms");
        assertThat(answers.results()).containsExactly(FOUND, RuleResult.CLEAR, late, late);
    }

    @Test
    void faultsOfLongAgoDoNotCount() {
        Guard guard = guard(PATIENT);
        EventRule.Check throwing = event -> {
            throw new IllegalStateException();
        };
        for (int i = 0; i < 10; i++) {
            asked(guard, throwing, batch(1));
            clock.addAndGet(Duration.ofMinutes(31).toNanos());
        }

        assertThat(guard.isOff()).isFalse();
    }

    @Test
    void itSeesNoValueThatIsNotKept() {
        SampleEvent event = SampleEvent.of(StatementKind.SELECT)
                .failed("42000", "redacted error")
                .with(builder -> builder.params(Map.of("1", "secret")).application("shop"));

        Answers answers = asked(
                guard(PATIENT),
                seen -> new RuleResult.Failed(seen.event().sql() + "|"
                        + seen.event().params() + "|"
                        + seen.event().errorMessage() + "|"
                        + seen.event().sqlState() + "|"
                        + seen.event().violations() + "|" + seen.event().application()),
                List.of(event.build()));

        assertThat(answers.results())
                .containsExactly(failed("could not tell: redacted|{}|redacted error|42000|null|shop"));
    }
}
