package com.footstone.audit.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalysisSettings;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.query.JudgedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class RecollectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EARLIER = NOON.minusSeconds(1);

    /** Two batches, the newest event first. */
    private static final List<JudgedEvent> FIVE = List.of(
            event(4, NOON, 10),
            event(3, NOON, 10),
            event(2, EARLIER, 10),
            event(1, EARLIER, 10),
            event(0, EARLIER, 10));

    @Test
    void batchesAreRecalledOneByOneInTheOrderOfTheirEvents() {
        Recollection recollection = new Recollection(FIVE.iterator(), 5, 50);

        assertThat(recollection.batch()).extracting(RecollectionTest::offset).containsExactly(3L, 4L);
        assertThat(recollection.batch()).extracting(RecollectionTest::offset).containsExactly(0L, 1L, 2L);
        assertThat(recollection.batch()).isEmpty();
        assertThat(recollection.whole()).isTrue();
    }

    @Test
    void noMoreIsTakenThanTheNextBatchNeeds() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<JudgedEvent> all = FIVE.iterator();
        Recollection recollection = new Recollection(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public JudgedEvent next() {
                        taken.incrementAndGet();
                        return all.next();
                    }
                },
                5,
                50);

        recollection.batch();

        assertThat(taken).hasValue(3);
    }

    @Test
    void itEndsWithSoManyEventsAndSaysSo() {
        Recollection recollection = new Recollection(FIVE.iterator(), 4, 50);

        assertThat(all(recollection)).extracting(RecollectionTest::offset).containsExactly(3L, 4L, 1L, 2L);
        assertThat(recollection.whole()).isFalse();
        assertThat(recollection.earliest()).contains(EARLIER);
    }

    @Test
    void itEndsWithSoMuchTextAndSaysSo() {
        Recollection recollection = new Recollection(FIVE.iterator(), 5, 49);

        assertThat(all(recollection)).hasSize(4);
        assertThat(recollection.whole()).isFalse();
    }

    @Test
    void nothingIsWhole() {
        Recollection recollection = new Recollection(List.<JudgedEvent>of().iterator(), 5, 50);

        assertThat(recollection.batch()).isEmpty();
        assertThat(recollection.whole()).isTrue();
        assertThat(recollection.earliest()).isEmpty();
    }

    @Test
    void aRuleThatCouldNotLookLeavesAStatementUnderstood() {
        Analyser analyser = new Analyser(AnalysisSettings.defaults(), Runnable::run);

        RecalledBatch failed =
                RecalledBatch.of(List.of(event(0, "the rule Own did not answer within 500 ms")), analyser);
        RecalledBatch unread = RecalledBatch.of(
                List.of(event(0, "not parsed: longer than 9 characters", "the rule Own failed with Error")), analyser);

        assertThat(statement(failed).gaps()).isEmpty();
        assertThat(statement(unread).gaps()).containsExactly("not parsed: longer than 9 characters");
        assertThat(unread.events().get(0).verdict().unchecked()).hasSize(2);
    }

    private static Statement statement(RecalledBatch batch) {
        return batch.events().get(0).analysed().statement();
    }

    private static List<JudgedEvent> all(Recollection recollection) {
        List<JudgedEvent> all = new ArrayList<>();
        for (List<JudgedEvent> batch = recollection.batch(); !batch.isEmpty(); batch = recollection.batch()) {
            all.addAll(batch);
        }
        return all;
    }

    private static long offset(JudgedEvent event) {
        return event.id().offset();
    }

    private static JudgedEvent event(long offset, Instant receivedAt, int characters) {
        return event(offset, receivedAt, "select ".concat("1".repeat(characters - 7)));
    }

    private static JudgedEvent event(long offset, String... unchecked) {
        return event(offset, NOON, "select a from t", unchecked);
    }

    private static JudgedEvent event(long offset, Instant receivedAt, String sql, String... unchecked) {
        return new JudgedEvent(
                new EventId("sql-audit-events", 0, offset),
                receivedAt,
                SqlEvent.builder(sql, receivedAt).build(),
                "0123456789abcdef0123456789abcdef",
                List.of("t"),
                List.of(),
                new Verdict(Severity.SAFE, RiskScore.NONE, 100, List.of(), List.of(unchecked)));
    }
}
