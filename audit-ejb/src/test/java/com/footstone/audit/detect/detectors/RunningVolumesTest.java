package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.sink.anomaly.Volumes.Amount;
import com.footstone.audit.sink.anomaly.Volumes.Hour;

import static org.assertj.core.api.Assertions.assertThat;

class RunningVolumesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject CLERK = Subject.ofTenant("acme").as("app", "clerk");
    private static final RunningVolumes RUNNING =
            new RunningVolumes(new UnusualVolume("UserVolume", 7, 8), 28, 1000, 20_000);

    /** So much in an hour of somebody who is known for some days, and always did the same. */
    private static Hour hour(long statements, long rows, int daysKnown, long usual) {
        Map<Long, Amount> before = LongStream.rangeClosed(1, usual == 0 ? 0 : daysKnown)
                .boxed()
                .collect(Collectors.toMap(
                        Function.identity(), day -> new Amount(CLERK, NOON.minus(Duration.ofDays(day)), usual, usual)));
        return new Hour(new Amount(CLERK, NOON, statements, rows), NOON.minus(Duration.ofDays(daysKnown)), before);
    }

    @Test
    void anHourIsJudgedWhileItLasts() {
        Hour hour = hour(5000, 0, 8, 100);

        assertThat(RUNNING.judge(hour, NOON.plusSeconds(600))).hasValueSatisfying(anomaly -> {
            assertThat(anomaly.window()).isEqualTo(new Window(NOON, NOON.plusSeconds(600)));
            assertThat(anomaly.subject()).isEqualTo(CLERK);
            assertThat(anomaly.severity()).isEqualTo(Severity.HIGH);
            assertThat(anomaly.evidence())
                    .containsEntry("unit", "statements")
                    .containsEntry("observed", "5000")
                    .containsEntry("median", "100")
                    .containsEntry("days", "8");
        });
        assertThat(RUNNING.judge(hour, NOON.plusSeconds(9000)))
                .map(Anomaly::window)
                .contains(new Window(NOON, NOON.plusSeconds(3600)));
    }

    @Test
    void whoDidLittleInTheHourOnAllDaysIsJudgedByNothing() {
        assertThat(RUNNING.judge(hour(10, 2_000_000, 30, 0), NOON.plusSeconds(60)))
                .hasValueSatisfying(anomaly -> assertThat(anomaly.evidence())
                        .containsEntry("unit", "rows")
                        .containsEntry("median", "0")
                        .containsEntry("days", "28"));
    }

    @Test
    void whoIsNewOrDoesSoEveryDayIsLeftAlone() {
        assertThat(RUNNING.judge(hour(5000, 0, 6, 0), NOON.plusSeconds(60))).isEmpty();
        assertThat(RUNNING.judge(hour(5000, 0, 20, 4800), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void whatIsDoneOnThisDayOfTheWeekOnlyIsUsualAfterThreeWeeks() {
        Map<Long, Amount> mondays = Stream.of(7L, 14L, 21L)
                .collect(Collectors.toMap(
                        Function.identity(), day -> new Amount(CLERK, NOON.minus(Duration.ofDays(day)), 5000, 0)));
        Amount total = new Amount(CLERK, NOON, 5100, 0);

        assertThat(RUNNING.judge(new Hour(total, NOON.minus(Duration.ofDays(21)), mondays), NOON.plusSeconds(60)))
                .isEmpty();
        mondays.remove(14L);
        assertThat(RUNNING.judge(new Hour(total, NOON.minus(Duration.ofDays(21)), mondays), NOON.plusSeconds(60)))
                .isEmpty();
        mondays.remove(7L);
        assertThat(RUNNING.judge(new Hour(total, NOON.minus(Duration.ofDays(21)), mondays), NOON.plusSeconds(60)))
                .isPresent();
    }
}
