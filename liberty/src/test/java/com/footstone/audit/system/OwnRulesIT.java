package com.footstone.audit.system;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of {@code docs/rules/own-rules.md}, in a server that was given them as the page says. */
@ExtendWith(RunningSystem.class)
class OwnRulesIT {

    private static final String APPLICATION = "own-rules";
    private static final String PAYROLL = "SELECT amount FROM hr.payroll WHERE staff = 7";
    private static final String WIDE = "SELECT a.x FROM a JOIN b ON b.k = a.k JOIN c ON c.k = a.k JOIN d ON d.k = a.k"
            + " JOIN e ON e.k = a.k JOIN f ON f.k = a.k JOIN g ON g.k = a.k WHERE a.x = 1";

    private static SystemUnderTest system;

    @BeforeAll
    static void execute(SystemUnderTest running) {
        system = running;
        system.topic()
                .send(
                        0,
                        List.of(
                                Events.bytes(payroll("ann")),
                                Events.bytes(payroll("report")),
                                Events.bytes(Events.of(APPLICATION, WIDE)),
                                Events.bytes(Events.of(APPLICATION, WIDE.replace(" JOIN g ON g.k = a.k", "")))));
        system.awaitEvents(APPLICATION, 4);
    }

    private static ObjectNode payroll(String user) {
        return Events.of(APPLICATION, PAYROLL)
                .put("timestamp", lastNight().toString())
                .put("dbUser", user);
    }

    /** One in the morning in Berlin, or two. */
    private static Instant lastNight() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofMinutes(1));
    }

    @Test
    void aDeclaredRuleFindsWhatItsPageSays() {
        JsonNode found = onlyFoundBy("PayrollAtNight");

        assertThat(found.at("/origin/dbUser").asText()).isEqualTo("ann");
        assertThat(finding(found, "PayrollAtNight").path("message").asText())
                .isEqualTo("Somebody read the payroll outside office hours.");
    }

    @Test
    void aRuleInAJarFindsWhatItsPageSays() {
        JsonNode found = onlyFoundBy("ManyTables");

        assertThat(finding(found, "ManyTables").path("message").asText())
                .isEqualTo("The query reads 7 tables, more than 6.");
        assertThat(finding(found, "ManyTables").at("/evidence/observed").asText())
                .isEqualTo("7");
        assertThat(found.at("/verdict/complete").asBoolean()).isTrue();
    }

    @Test
    void theirMetricsAndSettingsAreThereLikeThoseOfAllRules() {
        for (String rule : List.of("PayrollAtNight", "ManyTables")) {
            assertThat(system.metrics().named("audit_rule_failures_total"))
                    .as("failures of %s", rule)
                    .anySatisfy(sample -> assertThat(sample.toString()).contains(rule));
        }
        String token = system.identity().token("asker", "audit-admin", Duration.ofHours(1));
        Answer configuration = Answer.to(
                "GET", system.server().ports().apiUrl() + "/configuration", Map.of("Authorization", "Bearer " + token));
        assertThat(configuration.json().path("settings").findValuesAsText("key"))
                .contains("checker.payrollAtNight.enabled", "checker.manyTables.enabled", "checker.manyTables.most");
    }

    @Test
    void whoeverGetsAFindingCanReadThePageOfItsRule() {
        JsonNode rules = system.api().get("/rules").path("rules");

        assertThat(rule(rules, "PayrollAtNight").path("page").asText()).startsWith("Salaries are read by the office");
        assertThat(rule(rules, "PayrollAtNight").path("severity").asText()).isEqualTo("HIGH");
        assertThat(rule(rules, "ManyTables").path("page").asText()).startsWith("The planner tries only some");
        assertThat(rule(rules, "ManyTables").path("settings"))
                .extracting(JsonNode::asText)
                .containsExactly("checker.manyTables.enabled", "checker.manyTables.most");
        assertThat(rule(rules, "SlowQuery").path("page").isNull()).isTrue();
        assertThat(rule(rules, "SlowQuery").path("enabled").asBoolean()).isTrue();
        assertThat(rule(rules, "SqlComment").path("enabled").asBoolean()).isFalse();
    }

    private static JsonNode rule(JsonNode rules, String id) {
        for (JsonNode rule : rules) {
            if (rule.path("id").asText().equals(id)) {
                return rule;
            }
        }
        throw new AssertionError("There is no rule " + id);
    }

    /** The one execution of these that the rule finds, with all its details. */
    private static JsonNode onlyFoundBy(String rule) {
        JsonNode items = system.api()
                .get("/audits?rule=" + rule + "&application=" + APPLICATION)
                .path("items");
        assertThat(items).hasSize(1);
        return system.api().get("/audits/" + items.get(0).path("id").asText());
    }

    private static JsonNode finding(JsonNode audit, String rule) {
        for (JsonNode finding : audit.path("findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError("There is no finding of " + rule);
    }
}
