package com.footstone.audit.checking.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class NPlusOneTest {

    private static final Duration MOMENT = Duration.ofMillis(50);

    private final NPlusOne rule = new NPlusOne();

    @Test
    void findsOneQueryRepeatedInATraceOnceOnItsLastExecution() {
        List<RuleResult> results = ask(inTrace("trace-a", 11, Duration.ofMinutes(1)));

        assertThat(raised(results)).containsExactly(10);
        Finding finding = ((RuleResult.Raised) results.get(10)).finding();
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.evidence()).containsEntry("observed", "11").containsEntry("threshold", "10");
    }

    @Test
    void theLastExecutionIsThatOfTheLatestTimeWhereverItStandsInTheBatch() {
        List<SampleEvent> backwards = new ArrayList<>(inTrace("trace-a", 11, MOMENT));
        Collections.reverse(backwards);

        assertThat(raised(ask(backwards))).containsExactly(0);
    }

    @Test
    void isClearUpToAndIncludingTheThreshold() {
        assertThat(ask(inTrace("trace-a", 10, MOMENT))).hasSize(10).containsOnly(RuleResult.CLEAR);
    }

    @Test
    void countsEachTraceAndEachQueryForItself() {
        List<SampleEvent> batch = new ArrayList<>(inTrace("trace-a", 10, MOMENT));
        batch.addAll(inTrace("trace-b", 10, MOMENT));
        inTrace("trace-a", 10, MOMENT).forEach(event -> batch.add(event.fingerprint("another")));

        assertThat(raised(ask(batch))).isEmpty();
    }

    @Test
    void withoutTraceTakesWhatASessionDidWithinTheWindow() {
        List<RuleResult> results = ask(inSession("7", 15, MOMENT));

        assertThat(raised(results)).containsExactly(14);
        assertThat(((RuleResult.Raised) results.get(14)).finding().confidence()).isEqualTo(70);
    }

    @Test
    void aSteadyQueryInASessionIsNotABurst() {
        assertThat(raised(ask(inSession("7", 100, Duration.ofMillis(200))))).isEmpty();
    }

    @Test
    void findsABurstInTheMiddleOfASteadySession() {
        List<SampleEvent> batch = new ArrayList<>(inSession("7", 20, Duration.ofSeconds(2)));
        inSession("7", 12, MOMENT)
                .forEach(event -> batch.add(
                        event.number(event.number() + 100).time(event.time().plusSeconds(9))));

        assertThat(raised(ask(batch))).hasSize(1);
    }

    @Test
    void sessionsOfOneNumberInDifferentProcessesAreDifferent() {
        List<SampleEvent> batch = new ArrayList<>();
        inSession("7", 8, MOMENT).forEach(event -> batch.add(event.with(e -> e.instance("pod-1"))));
        inSession("7", 8, MOMENT).forEach(event -> batch.add(event.with(e -> e.instance("pod-2"))));

        assertThat(raised(ask(batch))).isEmpty();
    }

    @Test
    void doesNotConcernChangesNorQueriesOfUnknownOrigin() {
        List<SampleEvent> updates = IntStream.range(0, 20)
                .mapToObj(i -> SampleEvent.of(StatementKind.UPDATE).number(i).with(e -> e.traceId("t")))
                .toList();
        List<SampleEvent> strays = IntStream.range(0, 20)
                .mapToObj(i -> SampleEvent.of(StatementKind.SELECT).number(i))
                .toList();

        assertThat(ask(updates)).containsOnly(RuleResult.NOT_APPLICABLE);
        assertThat(ask(strays)).containsOnly(RuleResult.NOT_APPLICABLE);
    }

    @Test
    void answersTheSameForTheSameBatchAndNothingForNone() {
        List<SampleEvent> batch = inTrace("trace-a", 30, MOMENT);

        assertThat(ask(batch)).isEqualTo(ask(batch));
        assertThat(ask(List.of())).isEmpty();
    }

    @Test
    void followsItsSettings() {
        assertThat(raised(RuleProbe.ask(rule, inTrace("t", 4, MOMENT), "checker.nPlusOne.threshold", "3")))
                .containsExactly(3);
        assertThat(raised(RuleProbe.ask(
                        rule, inSession("7", 11, Duration.ofSeconds(1)), "checker.nPlusOne.window", "PT10S")))
                .containsExactly(10);
    }

    private List<RuleResult> ask(List<SampleEvent> batch) {
        return RuleProbe.ask(rule, batch);
    }

    private static List<SampleEvent> inTrace(String trace, int times, Duration apart) {
        return series(times, apart).stream()
                .map(event -> event.with(e -> e.traceId(trace)))
                .toList();
    }

    private static List<SampleEvent> inSession(String session, int times, Duration apart) {
        return series(times, apart).stream()
                .map(event -> event.with(e -> e.sessionId(session)))
                .toList();
    }

    private static List<SampleEvent> series(int times, Duration apart) {
        return LongStream.range(0, times)
                .mapToObj(i -> SampleEvent.of(StatementKind.SELECT)
                        .number(i)
                        .time(SampleEvent.NOON.plus(apart.multipliedBy(i))))
                .toList();
    }

    private static List<Integer> raised(List<RuleResult> results) {
        return IntStream.range(0, results.size())
                .filter(i -> results.get(i) instanceof RuleResult.Raised)
                .boxed()
                .toList();
    }
}
