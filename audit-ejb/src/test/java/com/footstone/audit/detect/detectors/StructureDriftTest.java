package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.query.PlaceShape;
import com.footstone.audit.query.Span;

import static org.assertj.core.api.Assertions.assertThat;

class StructureDriftTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Subject SHOP = Subject.ofTenant("acme").by("shop");
    private static final PlaceShape USUAL = shape("OrderMapper.find", "usual", "SELECT", List.of("orders"), List.of());

    private final History history = new History(new StructureDrift());

    private static PlaceShape shape(
            String place, String fingerprint, String kind, List<String> tables, List<String> constructs) {
        return new PlaceShape(
                SHOP.through(fingerprint), place, kind, tables, constructs, 3, new Span(NOON, NOON.plusSeconds(2)));
    }

    private List<Anomaly> execute(int day, PlaceShape... shapes) {
        return history.shapes(NOON.plus(day, ChronoUnit.DAYS), shapes);
    }

    private void week(PlaceShape shape) {
        IntStream.range(0, 8).forEach(day -> assertThat(execute(day, shape)).isEmpty());
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        shape("OrderMapper.find", "x", "SELECT", List.of("orders", "account"), List.of("UNION")),
                        Severity.HIGH,
                        "UNION, account"),
                Arguments.of(
                        shape("OrderMapper.find", "x", "SELECT", List.of("orders"), List.of("SECOND STATEMENT")),
                        Severity.HIGH,
                        "SECOND STATEMENT"),
                Arguments.of(
                        shape("OrderMapper.find", "x", "DELETE", List.of("orders"), List.of()),
                        Severity.HIGH,
                        "DELETE"),
                Arguments.of(
                        shape("OrderMapper.find", "x", "SELECT", List.of("orders"), List.of("OR")),
                        Severity.MEDIUM,
                        "OR"),
                Arguments.of(
                        shape("OrderMapper.find", "x", "SELECT", List.of("customer"), List.of()),
                        Severity.MEDIUM,
                        "customer"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatTheStatementOfAPlaceNeverHadIsFoundOnce(PlaceShape changed, Severity severity, String added) {
        week(USUAL);

        assertThat(execute(8, USUAL, changed)).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.subject()).isEqualTo(SHOP.through("x"));
            assertThat(anomaly.severity()).isEqualTo(severity);
            assertThat(anomaly.evidence())
                    .containsEntry("place", "OrderMapper.find")
                    .containsEntry("added", added)
                    .containsEntry("shapesKnown", "1")
                    .containsEntry("daysKnown", "8")
                    .containsEntry("placeKnownSince", "2026-03-02T12:00:00Z");
        });
        assertThat(execute(8, USUAL, changed)).isEmpty();
    }

    @Test
    void anotherColumnOrConditionOfTheSameTablesIsARelease() {
        week(USUAL);

        assertThat(execute(8, shape("OrderMapper.find", "x", "SELECT", List.of("orders"), List.of())))
                .isEmpty();
    }

    @Test
    void aPlaceThatMakesItsStatementsUpIsLeftAlone() {
        for (int day = 0; day < 8; day++) {
            execute(day, shape("Report.run", "shape " + day % 6, "SELECT", List.of("orders"), List.of()));
        }

        assertThat(execute(8, shape("Report.run", "x", "DELETE", List.of("account"), List.of("UNION"))))
                .isEmpty();
    }

    @Test
    void aPlaceThatIsBeingLearnedOrSeldomExecutesIsLeftAlone() {
        PlaceShape other = shape("OrderMapper.find", "x", "DELETE", List.of("orders"), List.of());
        IntStream.range(0, 6).forEach(day -> execute(day, USUAL));
        assertThat(execute(6, other)).isEmpty();

        PlaceShape yearly = shape("Closing.run", "usual", "SELECT", List.of("orders"), List.of());
        execute(0, yearly);
        execute(20, yearly);
        assertThat(execute(25, shape("Closing.run", "x", "DELETE", List.of("orders"), List.of())))
                .isEmpty();
    }

    @Test
    void placesAndApplicationsAreApart() {
        week(USUAL);

        assertThat(execute(8, shape("OrderMapper.delete", "x", "DELETE", List.of("orders"), List.of())))
                .isEmpty();
    }

    @Test
    void oneStatementOfSeveralPlacesIsOneAnomaly() {
        PlaceShape second = shape("OrderMapper.list", "usual", "SELECT", List.of("orders"), List.of());
        IntStream.range(0, 8).forEach(day -> execute(day, USUAL, second));

        assertThat(execute(
                        8,
                        shape("OrderMapper.find", "x", "SELECT", List.of("account"), List.of()),
                        shape("OrderMapper.list", "x", "SELECT", List.of("account"), List.of())))
                .singleElement()
                .satisfies(anomaly -> assertThat(anomaly.evidence())
                        .containsEntry("place", "OrderMapper.find")
                        .containsEntry("places", "2"));
    }

    @Test
    void anApplicationThatMakesUpNamesIsNotRemembered() {
        PlaceShape[] madeUp = IntStream.range(0, 10_000)
                .mapToObj(i -> shape("call " + i, "usual", "SELECT", List.of("orders"), List.of()))
                .toArray(PlaceShape[]::new);
        execute(0, madeUp);
        int remembered = history.actors();
        execute(1, shape("call 10001", "usual", "SELECT", List.of("orders"), List.of()));

        assertThat(history.actors()).isEqualTo(remembered);
    }
}
