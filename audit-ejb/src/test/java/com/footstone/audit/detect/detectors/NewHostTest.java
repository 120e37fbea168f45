package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.query.Span;
import com.footstone.audit.query.UserOrigin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NewHostTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Subject APP =
            Subject.ofTenant("acme").at("postgresql", "orders").as("app", "");
    private static final Subject CLERK = APP.as("app", "clerk");

    private final History history = new History(new NewHost());

    private List<Anomaly> come(int day, Subject user, String host, String address) {
        Instant time = NOON.plus(day, ChronoUnit.DAYS);
        return history.origins(time, new UserOrigin(user, host, address, 3, new Span(time, time.plusSeconds(2))));
    }

    private void week(Subject user, String host, String address) {
        IntStream.range(0, 8)
                .forEach(day -> assertThat(come(day, user, host, address)).isEmpty());
    }

    @Test
    void aDatabaseUserFromAnotherMachineIsFoundOnce() {
        week(APP, "shop-7d9f8b6c5d-x2x4z", "");

        assertThat(come(8, APP, "alice-pc", "")).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.subject()).isEqualTo(APP);
            assertThat(anomaly.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(anomaly.evidence())
                    .containsEntry("from", "alice-pc")
                    .containsEntry("executions", "3")
                    .containsEntry("hostsKnown", "1")
                    .containsEntry("daysKnown", "8")
                    .containsEntry("userKnownSince", "2026-03-02T12:00:00Z");
        });
        assertThat(come(8, APP, "alice-pc", "")).isEmpty();
    }

    @Test
    void newPodsAndAddressesOfTheSameNetworkAreNoNews() {
        week(CLERK, "shop-7d9f8b6c5d-x2x4z", "10.1.2.3");

        assertThat(come(8, CLERK, "shop-5b8c7d9f6b-k8vqz", "10.1.2.77")).isEmpty();
        assertThat(come(9, CLERK, "shop-5b8c7d9f6b-k8vqz", "10.1.3.77"))
                .extracting(Anomaly::subject)
                .containsExactly(CLERK);
    }

    @Test
    void whoComesFromAnywhereIsLeftAlone() {
        IntStream.range(0, 8).forEach(day -> come(day, CLERK, "", "10.1." + day % 5 + ".3"));

        assertThat(come(8, CLERK, "", "203.0.113.9")).isEmpty();
    }

    @Test
    void whoIsBeingLearnedOrSeldomComesIsLeftAlone() {
        IntStream.range(0, 6).forEach(day -> come(day, CLERK, "", "10.1.2.3"));
        assertThat(come(6, CLERK, "", "203.0.113.9")).isEmpty();

        Subject guest = APP.as("app", "guest");
        IntStream.range(0, 4).forEach(week -> come(7 * week, guest, "", "10.1.2.3"));
        assertThat(come(28, guest, "", "203.0.113.9")).isEmpty();
    }

    @Test
    void severalNewHostsOfAUserAreOneAnomaly() {
        week(APP, "shop-1", "10.1.2.3");
        Instant time = NOON.plus(8, ChronoUnit.DAYS);
        Span executed = new Span(time, time);

        assertThat(history.origins(
                        time,
                        new UserOrigin(APP, "alice-pc", "203.0.113.9", 3, executed),
                        new UserOrigin(APP, "bob-pc", "203.0.113.9", 4, executed)))
                .singleElement()
                .satisfies(anomaly -> assertThat(anomaly.evidence())
                        .containsEntry("from", "203.0.113.0/24, alice-pc, bob-pc")
                        .containsEntry("hostsKnown", "2"));
    }

    @Test
    void whoIsNotNamedIsNobody() {
        Subject nobody = APP.as("", "clerk");

        assertThat(Arrival.of(List.of(new UserOrigin(nobody, "shop", "10.1.2.3", 3, new Span(NOON, NOON))), 24))
                .extracting(Arrival::user, arrival -> arrival.from().name())
                .containsExactly(tuple(nobody, "10.1.2.0/24"));
    }

    @Test
    void thePublicComesFromWhereItLikesAndIsNotRemembered() {
        IntStream.range(0, 1000).forEach(user -> come(user / 200, APP.as("web", "customer " + user), "", "10.1.2.3"));
        int remembered = history.actors();
        IntStream.range(0, 20).forEach(day -> come(day, APP.as("web", "customer 0"), "", "10.1.2.3"));

        assertThat(come(20, APP.as("web", "customer 0"), "", "203.0.113.9")).isEmpty();
        come(20, APP.as("web", "customer 5000"), "", "203.0.113.9");
        assertThat(history.actors()).isEqualTo(remembered);
    }
}
