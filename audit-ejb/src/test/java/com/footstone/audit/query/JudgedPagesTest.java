package com.footstone.audit.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class JudgedPagesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long NOON_MILLIS = NOON.toEpochMilli();

    private final List<Long> asked = new ArrayList<>();

    @Test
    void allEventsComeOneByOneAndPagesAreReadWhenTheyAreNeeded() {
        for (int events : new int[] {0, 1, 2, 3, 4, 5}) {
            asked.clear();
            JudgedPages pages = new JudgedPages(after -> page(after, events), 2);
            assertThat(asked).isEmpty();

            assertThat(pages)
                    .toIterable()
                    .extracting(event -> event.id().offset())
                    .isEqualTo(LongStream.range(0, events).boxed().toList());
            assertThat(asked).hasSize(events / 2 + 1);
        }
    }

    @Test
    void aPageBeginsAfterTheLastEventOfTheOneBefore() {
        BoundSql first = JudgedEventSql.page(NOON, Optional.empty(), 250);
        BoundSql second = JudgedEventSql.page(NOON, Optional.of(event(7)), 250);

        assertThat(first.text()).contains("FROM events\nWHERE received_at >= ").doesNotContain("<");
        assertThat(first.values()).containsExactly(NOON_MILLIS, NOON_MILLIS, 250, 250);
        assertThat(second.text()).contains("(received_at, topic, partition, offset) < (");
        assertThat(second.values())
                .containsExactly(
                        NOON_MILLIS,
                        NOON_MILLIS,
                        NOON_MILLIS,
                        "t",
                        0,
                        7L, // the events of the page
                        NOON_MILLIS,
                        NOON_MILLIS,
                        NOON_MILLIS,
                        "t",
                        0,
                        7L,
                        250, // the earliest of them
                        250);
    }

    /** What a question for the next two would be answered. */
    private List<JudgedEvent> page(Optional<JudgedEvent> after, long events) {
        long begin = after.map(event -> event.id().offset() + 1).orElse(0L);
        asked.add(begin);
        return LongStream.range(begin, Math.min(begin + 2, events))
                .mapToObj(JudgedPagesTest::event)
                .toList();
    }

    private static JudgedEvent event(long offset) {
        return new JudgedEvent(
                new EventId("t", 0, offset),
                NOON,
                SqlEvent.builder("select 1", NOON).build(),
                "0123456789abcdef0123456789abcdef",
                List.of(),
                List.of(),
                new Verdict(Severity.SAFE, RiskScore.NONE, 100, List.of(), List.of()));
    }
}
