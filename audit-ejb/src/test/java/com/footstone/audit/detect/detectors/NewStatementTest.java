package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.footstone.audit.detect.detectors.NewStatement.First;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.SeenStatement;
import com.footstone.audit.query.Span;
import com.footstone.audit.sink.anomaly.Encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NewStatementTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(60));
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Subject SHOP = Subject.ofTenant("acme").by("shop");

    private static First first(Subject application, String fingerprint, String kind, Instant since) {
        Span executed = new Span(NOON, NOON.plusSeconds(1));
        return new First(
                new SeenStatement(application.through(fingerprint), kind, 3, executed),
                new Encounter(application, fingerprint, since, 41));
    }

    private static List<Anomaly> found(Stream<First> firsts) {
        return NewStatement.anomalies(firsts.toList(), WINDOW, WEEK, 10);
    }

    @Test
    void anApplicationThatIsBeingLearnedIsLeftAlone() {
        assertThat(found(Stream.of(first(SHOP, "a", "SELECT", NOON.minus(WEEK).plusMillis(1)))))
                .isEmpty();
        assertThat(found(Stream.of(first(SHOP, "a", "SELECT", NOON.minus(WEEK)))))
                .hasSize(1);
    }

    @Test
    void whatChangesSomethingIsWorse() {
        Instant since = NOON.minus(WEEK);
        assertThat(found(Stream.of("SELECT", "UPDATE", "DCL", "OTHER", "CALL")
                        .map(kind -> first(SHOP, kind, kind, since))))
                .extracting(anomaly -> anomaly.subject().fingerprint(), Anomaly::severity)
                .containsExactlyInAnyOrder(
                        tuple("DCL", Severity.HIGH),
                        tuple("CALL", Severity.MEDIUM),
                        tuple("UPDATE", Severity.MEDIUM),
                        tuple("OTHER", Severity.LOW),
                        tuple("SELECT", Severity.LOW));
    }

    @Test
    void explainsItselfInNumbers() {
        Anomaly anomaly =
                found(Stream.of(first(SHOP, "a", "SELECT", NOON.minus(WEEK)))).get(0);

        assertThat(anomaly.subject()).isEqualTo(SHOP.through("a"));
        assertThat(anomaly.evidence())
                .containsEntry("kind", "SELECT")
                .containsEntry("executions", "3")
                .containsEntry("statementsKnown", "41")
                .containsEntry("applicationKnownSince", "2026-02-22T12:00:00Z");
    }

    @Test
    void aReleaseIsAFewAnomaliesAndANumber() {
        Instant since = NOON.minus(WEEK);
        Stream<First> release = Stream.concat(
                IntStream.range(0, 57).mapToObj(i -> first(SHOP, "read " + i, "SELECT", since)),
                Stream.of(first(SHOP, "drop", "DDL", since), first(SHOP.by("bank"), "read", "SELECT", since)));

        List<Anomaly> anomalies = found(release);

        assertThat(anomalies).hasSize(12);
        assertThat(anomalies.get(0).subject().fingerprint()).isEqualTo("drop");
        assertThat(anomalies)
                .filteredOn(anomaly -> anomaly.subject().fingerprint().isEmpty())
                .singleElement()
                .satisfies(rest -> {
                    assertThat(rest.subject()).isEqualTo(SHOP);
                    assertThat(rest.severity()).isEqualTo(Severity.LOW);
                    assertThat(rest.evidence()).containsEntry("newStatements", "48");
                });
    }
}
