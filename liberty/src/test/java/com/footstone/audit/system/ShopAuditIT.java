package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.dev.shop.ShopPlan;
import com.footstone.audit.dev.shop.accident.Accident;
import com.footstone.audit.dev.shop.ledger.LedgerReport;
import com.footstone.audit.dev.shop.ledger.Tally;

import static org.assertj.core.api.Assertions.assertThat;

/** What the API says of a shop is what the shop executed. */
@ExtendWith(RunningSystem.class)
class ShopAuditIT {

    private static final int OPERATIONS = 300;

    private static SystemUnderTest system;
    private static AuditedShop shop;
    private static long executionsBefore;
    private static List<JsonNode> audits;

    @BeforeAll
    static void work(SystemUnderTest running) throws Exception {
        system = running;
        executionsBefore = system.stores().executions();
        shop = AuditedShop.work(system.services().addresses(), ShopPlan.counted(OPERATIONS, 1));
        system.awaitEvents(shop.application(), executed().executions());
        audits = allPages("/audits?limit=500&application=" + shop.application());
    }

    private static Tally executed() {
        return shop.ledger().total();
    }

    @Test
    void theShopHadItsDay() {
        assertThat(shop.ledger().operations())
                .containsKeys(
                        AccidentTrace.ALL.keySet().stream().map(Accident::label).toArray(String[]::new));
        assertThat(AccidentTrace.ALL).containsOnlyKeys(Accident.values());
    }

    @Test
    void everyExecutionIsInBothStoresOnce() {
        Stores stores = system.stores();

        assertThat(stores.events(shop.application())).isEqualTo(executed().executions());
        assertThat(stores.distinctEvents(shop.application()))
                .isEqualTo(executed().executions());
        assertThat(stores.hourlyEvents(shop.application())).isEqualTo(executed().executions());
        assertThat(stores.executions() - executionsBefore).isEqualTo(executed().executions());
    }

    @Test
    void theOverviewHasTheSumsOfTheLedger() {
        JsonNode overview = system.api().get("/statistics/overview?application=" + shop.application());
        JsonNode total = overview.path("total");

        assertThat(total.path("events").asLong()).isEqualTo(executed().executions());
        assertThat(total.path("failures").asLong()).isEqualTo(executed().errors());
        assertThat(total.path("rowsAffected").asLong()).isEqualTo(executed().rowsAffected());
        assertThat(total.path("rowsReturned").asLong()).isEqualTo(executed().rowsReturned());
        assertThat(counts(overview.path("byKind"))).isEqualTo(byKind(Tally::executions));
    }

    @Test
    void thePagesHaveEveryExecutionOnceNewestFirst() {
        assertThat(audits).hasSize((int) executed().executions());
        assertThat(new HashSet<>(
                        audits.stream().map(audit -> audit.path("id").asText()).toList()))
                .hasSameSizeAs(audits);
        assertThat(audits.stream()
                        .map(audit -> audit.path("timestamp").asText())
                        .toList())
                .isSortedAccordingTo((one, other) -> Instant.parse(other).compareTo(Instant.parse(one)));
    }

    @Test
    void everyKindHasItsRowsAndErrors() {
        LedgerReport ledger = shop.ledger();

        assertThat(sumByKind(audit -> 1)).isEqualTo(byKind(Tally::executions));
        assertThat(sumByKind(audit -> audit.at("/outcome/failed").asBoolean() ? 1 : 0))
                .isEqualTo(byKind(Tally::errors));
        assertThat(sumByKind(audit -> audit.at("/outcome/rowsAffected").asLong()))
                .isEqualTo(byKind(Tally::rowsAffected));
        assertThat(sumByKind(audit -> audit.at("/outcome/rowsReturned").asLong()))
                .isEqualTo(byKind(Tally::rowsReturned));
        assertThat(count(
                        audits.stream()
                                .filter(audit -> audit.at("/outcome/failed").asBoolean())
                                .toList(),
                        audit -> audit.at("/outcome/sqlState").asText()))
                .isEqualTo(ledger.errors());
    }

    @ParameterizedTest
    @EnumSource
    void everyAccidentIsFoundUnderItsRules(Accident accident) {
        AccidentTrace trace = AccidentTrace.ALL.get(accident);
        for (String rule : trace.rules()) {
            List<JsonNode> found = allPages("/audits?rule=" + rule + "&application=" + shop.application()).stream()
                    .map(audit -> system.api().get("/audits/" + audit.path("id").asText()))
                    .filter(audit -> trace.statement()
                            .equals(audit.at("/place/statementId").asText()))
                    .toList();

            assertThat(found).as("%s of %s", rule, trace.statement()).isNotEmpty();
            assertThat(found).allSatisfy(audit -> {
                // What is no SQL is found by its error and cannot be checked further.
                assertThat(audit.at("/verdict/complete").asBoolean()).isEqualTo(accident != Accident.SYNTAX_ERROR);
                assertThat(audit.at("/verdict/risk").asInt()).isPositive();
                assertThat(audit.path("findings").findValuesAsText("rule")).contains(rule);
            });
            assertThat(allPages("/findings?rule=" + rule + "&application=" + shop.application()))
                    .anySatisfy(finding -> {
                        assertThat(finding.path("fingerprint").asText())
                                .isEqualTo(found.get(0)
                                        .at("/statement/fingerprint")
                                        .asText());
                        assertThat(finding.path("occurrences").asInt()).isPositive();
                        assertThat(finding.at("/example/message").asText()).isNotBlank();
                    });
        }
    }

    @Test
    void anOrdinaryStatementIsSafeAndComplete() {
        JsonNode payment = audits.stream()
                .filter(audit -> audit.at("/statement/kind").asText().equals("INSERT"))
                .filter(audit -> !audit.at("/outcome/failed").asBoolean())
                .findFirst()
                .orElseThrow();

        assertThat(payment.at("/verdict/severity").asText()).isEqualTo("SAFE");
        assertThat(payment.at("/verdict/complete").asBoolean()).isTrue();
    }

    /** The shop binds and writes e-mail addresses, and the database repeats one in its error. */
    @Test
    void noValueOfTheShopIsToBeFound() throws IOException {
        String value = "@example.com";

        assertThat(system.stores().texts(shop.application())).isNotEmpty().noneMatch(text -> text.contains(value));
        assertThat(audits).noneMatch(audit -> audit.toString().contains(value));
        assertThat(allPages("/findings?application=" + shop.application()))
                .noneMatch(finding -> finding.toString().contains(value));
        assertThat(Files.readString(system.server().log())).doesNotContain(value);
    }

    private static List<JsonNode> allPages(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = system.api().get(path);
        page.path("items").forEach(items::add);
        while (page.path("next").isTextual()) {
            page = system.api().get(path + "&cursor=" + page.path("next").asText());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    private static Map<String, Long> byKind(ToLongFunction<Tally> part) {
        Map<String, Long> counts = new TreeMap<>();
        shop.ledger().kinds().forEach((kind, tally) -> counts.put(kind.name(), part.applyAsLong(tally)));
        return counts;
    }

    private static Map<String, Long> sumByKind(ToLongFunction<JsonNode> part) {
        return audits.stream()
                .collect(Collectors.groupingBy(
                        audit -> audit.at("/statement/kind").asText(), TreeMap::new, Collectors.summingLong(part)));
    }

    private static Map<String, Long> count(List<JsonNode> items, Function<JsonNode, String> by) {
        return items.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> counts(JsonNode object) {
        Map<String, Long> counts = new TreeMap<>();
        object.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        return counts;
    }
}
