package com.footstone.audit.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;
import com.footstone.audit.query.OverviewRows.RuleCount;
import com.footstone.audit.query.OverviewRows.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class OverviewRowsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final OverviewFilter THREE_HOURS = filter(NOON, NOON.plus(Duration.ofHours(3)));

    private static OverviewFilter filter(Instant from, Instant to) {
        return new OverviewFilter(from, to, Optional.empty(), Optional.of("shop"));
    }

    private static Overview.Totals totals(long events, long seconds) {
        return new Overview.Totals(events, 1, 0, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds), 5, 6);
    }

    @Test
    void widensARangeToWholeHours() {
        OverviewFilter widened = filter(NOON.plusSeconds(1), NOON.plus(Duration.ofMinutes(61)));

        assertThat(widened.from()).isEqualTo(NOON);
        assertThat(widened.to()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void leavesWholeHoursAlone() {
        assertThat(THREE_HOURS.from()).isEqualTo(NOON);
        assertThat(THREE_HOURS.to()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void refusesARangeThatIsEmptyOrTooLong() {
        assertThatThrownBy(() -> filter(NOON, NOON)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> filter(NOON, NOON.plus(Duration.ofDays(401))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("from is more than 400 days before to");
    }

    @Test
    void sumsTheHoursAndShowsTheEmptyOnes() {
        Instant last = NOON.plus(Duration.ofHours(2));

        Overview overview = OverviewRows.overview(
                THREE_HOURS,
                List.of(new Slice.Hour(last, totals(3, 2)), new Slice.Hour(NOON, totals(4, 9))),
                List.of(),
                List.of());

        assertThat(overview.total())
                .isEqualTo(new Overview.Totals(7, 2, 0, Duration.ofSeconds(11), Duration.ofSeconds(9), 10, 12));
        assertThat(overview.hours())
                .extracting(Overview.HourCount::hour, hour -> hour.total().events())
                .containsExactly(tuple(NOON, 4L), tuple(NOON.plus(Duration.ofHours(1)), 0L), tuple(last, 3L));
    }

    @Test
    void showsEverySeverityAndTheKindsAndRulesThatOccur() {
        Overview overview = OverviewRows.overview(
                THREE_HOURS,
                List.of(
                        new Slice.Severe(Severity.HIGH, totals(2, 1)),
                        new Slice.Kind("DELETE", totals(1, 1)),
                        new Slice.Kind("SELECT", totals(5, 1))),
                List.of(),
                List.of(new RuleCount("SlowQuery", 2)));

        assertThat(overview.bySeverity())
                .containsExactly(
                        Map.entry(Severity.SAFE, 0L),
                        Map.entry(Severity.LOW, 0L),
                        Map.entry(Severity.MEDIUM, 0L),
                        Map.entry(Severity.HIGH, 2L),
                        Map.entry(Severity.CRITICAL, 0L));
        assertThat(overview.byKind().keySet()).containsExactly("SELECT", "DELETE");
        assertThat(overview.byRule()).containsEntry("SlowQuery", 2L);
    }

    @Test
    void asksWithinTheRangeForTenantAndApplication() {
        BoundSql sql = OverviewSql.breakdown(THREE_HOURS);

        assertThat(sql.text())
                .contains("hour >= toDateTime(?, 'UTC')", "application = ?")
                .doesNotContain("tenant_id = ?");
        assertThat(sql.values())
                .containsExactly(NOON.getEpochSecond(), NOON.getEpochSecond() + 3 * 3600, "shop", 20_000);
    }
}
