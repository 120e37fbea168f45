package com.footstone.audit.system;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.footstone.audit.dev.shop.ShopPlan;

import static org.assertj.core.api.Assertions.assertThat;

/** What producers say of their sequences is held against what came. */
@ExtendWith(RunningSystem.class)
class CompletenessIT {

    /** Several looks at the producers, on a busy machine. */
    private static final Duration JUDGED = Duration.ofMinutes(2);

    private final String application = "complete-" + UUID.randomUUID();
    private final String producer = application + "/1";
    private final Instant start = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
    private final Instant end = start.plusSeconds(60);
    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
    }

    @Test
    void aGapIsTheRangesThatItMayLieInAndClosesWhenItsNumbersCome() {
        double before = system.metrics().sum("audit_producer_missing_events");
        send(0, 0, 1, 5);
        send(1, 2, 90);
        send(0, LongStream.range(6, 90).toArray());

        awaitAnswer(answer -> {
            assertThat(item(answer).path("missing").asLong()).isEqualTo(2);
            assertThat(item(answer).path("pending").asLong()).isZero();
        });
        JsonNode gap = item(ask()).path("missingRanges").path(0);
        assertThat(gap.path("first").asLong()).isEqualTo(3);
        assertThat(gap.path("last").asLong()).isEqualTo(4);
        assertThat(Instant.parse(gap.path("from").asText())).isEqualTo(start.plusSeconds(2));
        assertThat(Instant.parse(gap.path("to").asText())).isEqualTo(start.plusSeconds(5));
        assertThat(item(ask()).path("received").asLong()).isEqualTo(58);
        assertThat(item(ask()).path("expected").asLong()).isEqualTo(60);
        assertThat(item(ask()).path("firstSeq").asLong()).isZero();
        assertThat(item(ask()).path("lastSeq").asLong()).isEqualTo(59);
        assertThat(ask().path("complete").asBoolean()).isFalse();
        assertThat(doubts(ask())).containsExactly("MISSING");
        assertThat(ask(start, start.plusSeconds(2)).path("complete").asBoolean())
                .isTrue();
        assertThat(ask(start.plusSeconds(6), end).path("complete").asBoolean()).isTrue();
        Awaitility.await().atMost(JUDGED).untilAsserted(() -> assertThat(
                        system.metrics().sum("audit_producer_missing_events"))
                .isGreaterThanOrEqualTo(before + 2));
        assertThat(system.metrics().sum("audit_producer_gaps_total")).isPositive();

        send(2, 4, 3);
        awaitAnswer(answer -> {
            assertThat(answer.path("complete").asBoolean()).isTrue();
            assertThat(item(answer).path("received").asLong()).isEqualTo(60);
            assertThat(item(answer).path("expected").asLong()).isEqualTo(60);
            assertThat(item(answer).path("missingRanges")).isEmpty();
            assertThat(item(answer).path("duplicates").asLong()).isZero();
        });
    }

    @Test
    void repeatedEventsAreCountedAndOtherEventsUnderTheirNumberAreDoubted() {
        double before = system.metrics().sum("audit_producer_duplicates_total");
        send(0, 0, 1, 2, 90);
        send(1, 1, 2);
        send(0, LongStream.range(3, 90).toArray());
        awaitAnswer(answer -> {
            assertThat(item(answer).path("duplicates").asLong()).isEqualTo(2);
            assertThat(answer.path("complete").asBoolean()).isTrue();
        });
        Awaitility.await().atMost(JUDGED).untilAsserted(() -> assertThat(
                        system.metrics().sum("audit_producer_duplicates_total"))
                .isGreaterThanOrEqualTo(before + 2));

        system.topic()
                .send(
                        2,
                        Events.bytes(
                                event(2).put("timestamp", start.plusSeconds(30).toString())));
        awaitAnswer(answer -> assertThat(doubts(answer)).containsExactly("AMBIGUOUS"));
    }

    @Test
    void dropsThatAProducerDeclaresAreToldOfTheirRange() {
        double before = system.metrics().sum("audit_producer_dropped_total");
        List<byte[]> events = new ArrayList<>();
        for (long number = 0; number <= 90; number++) {
            events.add(Events.bytes(event(number).put("producerDropped", number < 40 ? 0 : 7)));
        }
        system.topic().send(1, events);

        awaitAnswer(answer -> {
            assertThat(item(answer).path("declaredDrops").asLong()).isEqualTo(7);
            assertThat(doubts(answer)).containsExactly("DROPPED");
        });
        assertThat(system.metrics().sum("audit_producer_dropped_total")).isGreaterThanOrEqualTo(before + 7);
    }

    @Test
    void eventsThatNobodyNumbersAreDoubted() {
        send(0, LongStream.rangeClosed(0, 90).toArray());
        ObjectNode nobodys = event(0);
        nobodys.remove("producerSeq");
        system.topic().send(1, Events.bytes(nobodys));

        awaitAnswer(answer -> assertThat(doubts(answer)).containsExactly("UNTRACKED"));
        assertThat(ask().path("untracked").asLong()).isOne();
    }

    @Test
    void nothingIsSaidOfWhatNobodyKnows() {
        assertThat(doubts(system.api().get("/completeness?application=nobody-" + UUID.randomUUID())))
                .contains("NOBODY");
        String future = "/completeness?application=" + application + "&to="
                + Instant.now().plusSeconds(3600);
        assertThat(doubts(system.api().get(future))).contains("UNSETTLED");
        assertThat(doubts(ask(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-02-01T00:00:00Z"))))
                .contains("EXPIRED");
    }

    @Test
    void aProducerThatSendsNothingIsSilentUntilItSendsAgain() {
        send(0, 0);
        String path = "/completeness?producerId=" + producer + "&from=" + start;
        Awaitility.await().atMost(JUDGED).untilAsserted(() -> {
            JsonNode answer = system.api().get(path);
            assertThat(item(answer).path("silentSince").asText()).isEqualTo(start.toString());
            assertThat(doubts(answer)).contains("SILENT");
        });
        assertThat(system.metrics().sum("audit_producers_silent")).isPositive();

        send(0, 1);
        Awaitility.await().atMost(JUDGED).untilAsserted(() -> assertThat(
                        item(system.api().get(path)).path("received").asLong())
                .isEqualTo(2));
    }

    @Test
    void producersComeInPagesOfTheSameRange() {
        for (int i = 0; i < 3; i++) {
            system.topic().send(i, Events.bytes(event(0).put("producerId", producer + i)));
        }
        system.awaitEvents(application, 3);
        String path = "/completeness?limit=2&from=" + start + "&application=" + application;
        JsonNode first = system.api().get(path);
        JsonNode second =
                system.api().get(path + "&cursor=" + first.path("next").asText());

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("to").asText()).isEqualTo(first.path("to").asText());
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void theRecordOfCaptureIsComplete() throws Exception {
        Instant from = Instant.now();
        AuditedShop shop = AuditedShop.work(system.services().addresses(), ShopPlan.counted(150, 1));
        long executions = shop.ledger().total().executions();
        system.awaitEvents(shop.application(), executions);
        String path = "/completeness?application=" + shop.application() + "&from=" + from;

        Awaitility.await().atMost(JUDGED).untilAsserted(() -> {
            JsonNode answer = system.api().get(path);
            assertThat(answer.path("items")).hasSize(1);
            assertThat(item(answer).path("received").asLong()).isEqualTo(executions);
            assertThat(item(answer).path("pending").asLong()).isZero();
            // Until the watch has seen what Kafka held after the range began, the range is not settled.
            assertThat(doubts(answer)).isSubsetOf("SILENT");
        });
        JsonNode answer = item(system.api().get(path));
        assertThat(answer.path("expected").asLong()).isEqualTo(executions);
        assertThat(answer.path("missing").asLong()).isZero();
        assertThat(answer.path("duplicates").asLong()).isZero();
        assertThat(answer.path("declaredDrops").asLong()).isZero();
        assertThat(answer.path("firstSeq").asLong()).isZero();
        assertThat(answer.path("lastSeq").asLong()).isEqualTo(executions - 1);
    }

    /** One event a second from the start; those after the end of the range show that the producer lived on. */
    private void send(int partition, long... numbers) {
        system.topic()
                .send(
                        partition,
                        LongStream.of(numbers)
                                .mapToObj(number -> Events.bytes(event(number)))
                                .toList());
    }

    private ObjectNode event(long number) {
        return Events.of(application, "select " + number)
                .put("timestamp", start.plusSeconds(number).toString())
                .put("producerId", producer)
                .put("producerSeq", number);
    }

    private JsonNode ask() {
        return ask(start, end);
    }

    private JsonNode ask(Instant from, Instant to) {
        return system.api().get("/completeness?application=" + application + "&from=" + from + "&to=" + to);
    }

    private void awaitAnswer(Consumer<JsonNode> expected) {
        Awaitility.await().atMost(JUDGED).untilAsserted(() -> expected.accept(ask()));
    }

    private static JsonNode item(JsonNode answer) {
        return answer.path("items").path(0);
    }

    private static List<String> doubts(JsonNode answer) {
        List<String> doubts = new ArrayList<>();
        answer.path("doubts").forEach(doubt -> doubts.add(doubt.asText()));
        return doubts;
    }
}
