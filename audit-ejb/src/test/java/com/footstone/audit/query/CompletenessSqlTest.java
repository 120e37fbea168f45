package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompletenessSqlTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);

    private static final CompletenessFilter ALL = filter(Optional.empty(), Optional.empty());

    @Test
    void aQuestionHasAMarkForEachValueAndNoValueInItsText() {
        CompletenessFilter filter = new CompletenessFilter(
                Optional.of(NOON), Optional.of(ONE), Optional.of("it's"), Optional.of("it's"), Optional.of("it's"));
        CompletenessFilter.Range range = filter.range(Optional.empty(), ONE);

        for (BoundSql sql : List.of(
                CompletenessSql.page(filter, range, 7, 51),
                CompletenessSql.summary(filter, range),
                CompletenessSql.anyOf(filter, range, List.of("it's", "b")),
                CompletenessSql.ranges(range, List.of(1L, 2L), 101),
                NumberSql.received(range, List.of("it's", "b")),
                NumberSql.untracked(filter, range),
                NumberSql.duplicates(filter, range),
                NumberSql.ambiguous(filter, range))) {
            assertThat(sql.text()).doesNotContain("it's");
            assertThat(sql.text().chars().filter(c -> c == '?')).hasSameSizeAs(sql.values());
        }
    }

    @Test
    void aRangeWithoutEndsIsTheDayBeforeAllIsStored() {
        assertThat(ALL.range(Optional.of(NOON), ONE))
                .isEqualTo(new CompletenessFilter.Range(NOON.minusSeconds(86_400), NOON));
        assertThat(ALL.range(Optional.empty(), ONE).to()).isEqualTo(ONE);
    }

    @Test
    void aRangeThatBeginsAfterAllIsStoredEndsNow() {
        CompletenessFilter recent = filter(Optional.of(NOON.plusSeconds(60)), Optional.empty());

        assertThat(recent.range(Optional.of(NOON), ONE))
                .isEqualTo(new CompletenessFilter.Range(NOON.plusSeconds(60), ONE));
    }

    private static CompletenessFilter filter(Optional<Instant> from, Optional<Instant> to) {
        return new CompletenessFilter(from, to, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
