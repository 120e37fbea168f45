package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.Span;
import com.footstone.audit.query.UserHour;

import static org.assertj.core.api.Assertions.assertThat;

class UnusualHoursTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Subject CLERK =
            Subject.ofTenant("acme").at("postgresql", "orders").as("app", "clerk");

    private final History history = new History(new UnusualHours());

    private List<Anomaly> at(Subject user, Instant time) {
        return history.hours(time, seen(user, time));
    }

    private static UserHour seen(Subject user, Instant time) {
        return new UserHour(user, time.truncatedTo(ChronoUnit.HOURS), 3, 30, new Span(time, time.plusSeconds(2)));
    }

    private static Instant time(int day, int hour) {
        return MONDAY.plus(day, ChronoUnit.DAYS).plus(hour, ChronoUnit.HOURS).plusSeconds(600);
    }

    /** Has a user come at some hours of each workday. */
    private void workdays(Subject user, int days, int... hours) {
        IntStream.range(0, days).filter(day -> day % 7 < 5).forEach(day -> IntStream.of(hours)
                .forEach(hour -> assertThat(at(user, time(day, hour))).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({"21, 7, false", "21, 6, true", "21, 19, false", "21, 20, true", "21, 3, true", "26, 12, true"})
    void whatIsFarFromAnyUsualHourOfSuchDaysIsFound(int day, int hour, boolean unusual) {
        workdays(CLERK, 21, 9, 10, 11, 13, 16, 17);

        assertThat(at(CLERK, time(day, hour))).hasSize(unusual ? 1 : 0);
    }

    @Test
    void explainsItselfInHours() {
        workdays(CLERK, 21, 9, 16);

        Anomaly anomaly = at(CLERK, time(21, 3)).get(0);

        assertThat(anomaly.subject()).isEqualTo(CLERK);
        assertThat(anomaly.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(anomaly.window())
                .isEqualTo(new Window(Instant.parse("2026-03-23T03:00:00Z"), Instant.parse("2026-03-23T04:00:00Z")));
        assertThat(anomaly.message()).isEqualTo("The user was active at Mon 03:00 UTC, where the user usually is not.");
        assertThat(anomaly.evidence())
                .containsEntry("executions", "3")
                .containsEntry("hours", "Mon 03:00")
                .containsEntry("usualOnWorkdays", "9 16")
                .containsEntry("usualAtWeekends", "none")
                .containsEntry("daysKnown", "15")
                .containsEntry("userKnownSince", "2026-03-02T09:10:00Z");
    }

    @Test
    void whoWorksOnASaturdayIsLessOfASurpriseThanWhoComesAtNight() {
        workdays(CLERK, 21, 9, 16);

        assertThat(at(CLERK, time(26, 9))).extracting(Anomaly::severity).containsExactly(Severity.LOW);
        assertThat(at(CLERK, time(26, 2))).extracting(Anomaly::severity).containsExactly(Severity.MEDIUM);
    }

    @Test
    void anHourIsToldOnceAndUsualFromTheNextDayOn() {
        workdays(CLERK, 21, 9, 16);

        assertThat(at(CLERK, time(21, 3))).hasSize(1);
        assertThat(at(CLERK, time(21, 3).plusSeconds(60))).isEmpty();
        assertThat(at(CLERK, time(22, 4))).isEmpty();
    }

    @Test
    void anHourOfFourWeeksAgoIsUsualAndBeforeThatNoLonger() {
        workdays(CLERK, 28, 9);
        at(CLERK, time(28, 3));
        workdays(CLERK, 42, 9);

        assertThat(at(CLERK, time(56, 3))).isEmpty();
        workdays(CLERK, 85, 9);
        assertThat(at(CLERK, time(85, 3))).hasSize(1);
    }

    @Test
    void whoIsBeingLearnedOrSeldomComesIsLeftAlone() {
        workdays(CLERK, 13, 9);
        assertThat(at(CLERK, time(13, 20))).isEmpty();

        Subject guest = CLERK.as("app", "guest");
        IntStream.range(0, 6).forEach(week -> at(guest, time(7 * week, 9)));
        assertThat(at(guest, time(44, 3))).isEmpty();
    }

    @Test
    void whoIsActiveAroundTheClockHasNoUnusualHours() {
        Subject job = CLERK.as("job", "");
        workdays(job, 21, IntStream.range(4, 19).toArray());

        assertThat(at(job, time(21, 23))).isEmpty();
    }

    @Test
    void severalHoursOfAUserAreOneAnomaly() {
        workdays(CLERK, 21, 9);
        Instant late = time(21, 4);

        assertThat(history.hours(
                        late,
                        seen(CLERK, time(21, 2)),
                        seen(CLERK, time(21, 3)),
                        seen(CLERK.as("app", "new"), time(21, 3))))
                .singleElement()
                .satisfies(anomaly -> {
                    assertThat(anomaly.evidence())
                            .containsEntry("hours", "Mon 02:00, Mon 03:00")
                            .containsEntry("executions", "6");
                    assertThat(anomaly.window().to()).isEqualTo(time(21, 4).truncatedTo(ChronoUnit.HOURS));
                });
    }

    @Test
    void hoursAreThoseOfExecutionAndWhatIsFarFromItsReceiptTellsNothing() {
        Window window = new Window(MONDAY, MONDAY.plusSeconds(60));

        assertThat(UnusualHours.isTimely(MONDAY.minus(Duration.ofHours(9)), window, 28))
                .isTrue();
        assertThat(UnusualHours.isTimely(MONDAY.minus(Duration.ofDays(28)), window, 28))
                .isFalse();
        assertThat(UnusualHours.isTimely(MONDAY.plus(Duration.ofHours(1)), window, 28))
                .isFalse();
    }

    @Test
    void thePublicComesWhenItLikesAndIsNotRemembered() {
        IntStream.range(0, 1500).forEach(user -> at(CLERK.as("web", "customer " + user), time(user / 100, 9)));
        int remembered = history.actors();
        Subject regular = CLERK.as("web", "customer 0");
        workdays(regular, 60, 9);

        assertThat(at(regular, time(60, 3))).isEmpty();
        assertThat(history.actors()).isEqualTo(remembered);
    }
}
