package com.footstone.audit.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What people decide holds for what is executed from then on, in the running system, and they can see what they did. */
@ExtendWith(RunningSystem.class)
class PolicyIT {

    private static final String SLOW = "SlowQuery";

    private final String application = "policy-" + UUID.randomUUID();
    private SystemUnderTest system;
    private PolicyClient alice;
    private PolicyClient bob;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
        alice = new PolicyClient(running, "alice", "audit-admin");
        bob = new PolicyClient(running, "bob", "audit-admin");
    }

    @AfterEach
    void leaveNoAdjustment() {
        if (!alice.inForce().path("adjustments").isEmpty()) {
            alice.adjust("[]");
        }
    }

    @Test
    void anExemptionHoldsFromTheNextBatchOnAndIsSeenAndCounted() {
        assertThat(rules(audited(slow()))).contains(SLOW);
        long id = alice.askToExempt(SLOW, application, tomorrow());
        assertThat(rules(audited(slow()))).as("nobody has approved yet").contains(SLOW);

        assertThat(bob.approve(id).path("state").asText()).isEqualTo("IN_FORCE");
        String first = system.topic().send(0, Events.bytes(slow()));
        JsonNode event = audited(first);

        assertThat(rules(event)).doesNotContain(SLOW);
        assertThat(event.at("/exempted/0/exemption").asLong()).isEqualTo(id);
        assertThat(event.at("/exempted/0/finding/rule").asText()).isEqualTo(SLOW);
        assertThat(event.path("policyVersion").asLong())
                .isEqualTo(alice.inForce().path("version").asLong());
        Awaitility.await("the counts").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> {
            assertThat(exemption(id).path("applied").asLong()).isOne();
            assertThat(system.metrics().sum("audit_exemptions_applied_total", "rule", SLOW))
                    .isPositive();
        });
        JsonNode version = alice.answered(
                "GET", "/policy/versions/" + event.path("policyVersion").asLong(), "", 200);
        assertThat(version.path("exemptions").findValuesAsText("approver")).contains("bob");

        assertThat(alice.end(id).path("state").asText()).isEqualTo("ENDED");
        assertThat(rules(audited(slow()))).contains(SLOW);
    }

    @Test
    void nobodyApprovesTheirOwnExemption() {
        long id = alice.askToExempt(SLOW, application, tomorrow());

        JsonNode refusal = alice.answered("POST", "/policy/exemptions/" + id + "/approval", "", 409);
        assertThat(refusal.path("type").asText()).isEqualTo("urn:sql-audit:problem:policy-refused");
        assertThat(refusal.path("detail").asText()).contains("Somebody else");

        bob.end(id);
        bob.answered("POST", "/policy/exemptions/" + id + "/approval", "", 409);
    }

    @Test
    void anExpiredExemptionDoesNotApply() {
        Instant expires = Instant.now().plus(Duration.ofSeconds(4));
        long id = alice.askToExempt(SLOW, application, expires.toString());
        bob.approve(id);

        Awaitility.await("the exemption to expire")
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> Instant.now().isAfter(expires));
        assertThat(rules(audited(slow()))).contains(SLOW);
    }

    @Test
    void anAdjustmentHoldsForWhomItIsMadeAndEveryChangeIsTold() {
        long before = alice.inForce().path("version").asLong();
        JsonNode made = alice.adjust("""
                [{"name": "patience", "rule": "SlowQuery", "where": {"applications": ["%s"]}, "severity": "LOW",
                  "thresholds": {"checker.slowQuery.threshold": "2000"}}]""".formatted(application));
        assertThat(made.path("version").asLong()).isEqualTo(before + 1);
        assertThat(made.path("madeBy").asText()).isEqualTo("alice");

        JsonNode event = audited(slow());
        JsonNode finding = finding(event, SLOW);
        assertThat(finding.path("severity").asText()).isEqualTo("LOW");
        assertThat(finding.at("/evidence/threshold").asText()).isEqualTo("2000");
        assertThat(finding.at("/evidence/adjustedBy").asText()).isEqualTo("patience");
        assertThat(rules(audited(slow().put("executionTimeMs", 1500)))).doesNotContain(SLOW);
        JsonNode other = audited(slow().put("application", application + "-other"));
        assertThat(finding(other, SLOW).at("/evidence/threshold").asText()).isEqualTo("1000");

        JsonNode change =
                alice.answered("GET", "/policy/changes?limit=1", "", 200).at("/items/0");
        assertThat(change.path("by").asText()).isEqualTo("alice");
        assertThat(change.path("action").asText()).isEqualTo("ADJUST");
        assertThat(change.path("version").asLong()).isEqualTo(before + 1);
        assertThat(change.has("before") || change.has("after")).isFalse();
        JsonNode details =
                alice.answered("GET", "/policy/changes/" + change.path("id").asLong(), "", 200);
        assertThat(details.path("by").asText()).isEqualTo("alice");
        assertThat(details.at("/before/adjustments")).isEmpty();
        assertThat(details.at("/after/adjustments/0/name").asText()).isEqualTo("patience");

        JsonNode listed =
                alice.answered("GET", "/policy/versions?limit=1", "", 200).at("/items/0");
        assertThat(listed.path("version").asLong()).isEqualTo(before + 1);
        assertThat(listed.path("madeBy").asText()).isEqualTo("alice");
        assertThat(listed.has("adjustments") || listed.has("exemptions")).isFalse();
        assertThat(alice.answered("GET", "/policy/versions/" + (before + 1), "", 200)
                        .at("/adjustments/0/name")
                        .asText())
                .isEqualTo("patience");
    }

    @Test
    void aDryRunShowsWhatAChangeWouldHaveDoneAndDoesNothing() {
        String event = system.topic().send(0, Events.bytes(slow()));
        audited(event);
        long version = alice.inForce().path("version").asLong();

        JsonNode calm = alice.answered("POST", "/policy/dry-run", """
                {"hours": 1, "adjustments": [{"name": "n", "rule": "SlowQuery", "thresholds": {"checker.slowQuery.threshold": "4000"},
                  "where": {"applications": ["%s"]}}]}""".formatted(application), 200);
        assertThat(calm.path("changed").asLong()).isPositive();
        assertThat(calm.at("/examples/0/event").asText()).isEqualTo(event);
        assertThat(calm.at("/examples/0/before").asText()).isEqualTo("HIGH");
        assertThat(calm.at("/examples/0/after").isNull()).isTrue();

        JsonNode exempted = alice.answered("POST", "/policy/dry-run", """
                {"hours": 1, "exemptions": [{"rules": ["SlowQuery"], "where": {"applications": ["%s"]}, "reason": "r",
                  "expires": "%s"}]}""".formatted(application, tomorrow()), 200);
        assertThat(exempted.path("changed").asLong()).isPositive();
        assertThat(exempted.at("/examples/0/after").asText()).isEqualTo("EXEMPTED");

        assertThat(alice.inForce().path("version").asLong()).isEqualTo(version);
        assertThat(rules(audited(event))).contains(SLOW);
        assertThat(alice.answered("POST", "/policy/dry-run", "{\"hours\": 25}", 400)
                        .path("parameter")
                        .asText())
                .isEqualTo("hours");
        new PolicyClient(system, "eve", "audit-viewer").answered("POST", "/policy/dry-run", "{\"hours\": 1}", 403);
    }

    /** They are read a page at a time. */
    @Test
    void aDryRunLooksAtEachEventOnceHoweverManyThereAre() {
        List<String> events = system.topic().send(0, Collections.nCopies(600, Events.bytes(slow())));
        audited(events.get(599));

        JsonNode none = dryRun("");
        JsonNode calm = dryRun("""
                {"name": "n", "rule": "SlowQuery", "enabled": false, "where": {"applications": ["%s"]}}""".formatted(application));

        assertThat(calm.path("changed").asLong() - none.path("changed").asLong())
                .isEqualTo(600);
        assertThat(calm.path("whole").asBoolean()).isTrue();
    }

    private JsonNode dryRun(String adjustment) {
        return alice.answered("POST", "/policy/dry-run", "{\"hours\": 1, \"adjustments\": [" + adjustment + "]}", 200);
    }

    @Test
    void whoDecidedOnAnOlderVersionIsToldSo() {
        long seen = alice.inForce().path("version").asLong();
        bob.adjust("[]");

        JsonNode refusal = alice.answered("PUT", "/policy", PolicyClient.change(seen, "[]"), 409);
        assertThat(refusal.path("detail").asText()).contains("version " + (seen + 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            PUT  | /policy            | not json                                               | body
            PUT  | /policy            | {"comment": "c", "adjustments": []}                    | basedOn
            PUT  | /policy            | {"basedOn": 0, "adjustments": []}                      | comment
            PUT  | /policy            | {"basedOn": 0, "comment": "c", "adjustments": [{"name": "n", "rule": "Nothing", "enabled": false}]} | adjustments[0].rule
            PUT  | /policy            | {"basedOn": 0, "comment": "c", "adjustments": [{"name": "n", "rule": "SlowQuery", "thresholds": {"checker.slowQuery.threshold": "soon"}}]} | adjustments[0].thresholds.checker.slowQuery.threshold
            PUT  | /policy            | {"basedOn": 0, "comment": "c", "adjustments": [{"name": "n", "rule": "SlowQuery", "thresholds": {"checker.largeResult.threshold": "7"}}]} | adjustments[0].thresholds
            PUT  | /policy            | {"basedOn": 0, "comment": "c", "adjustments": [{"name": "n", "rule": "SlowQuery", "thresholds": {"checker.slowQuery.critical": "7"}}]} | adjustments[0].thresholds
            POST | /policy/exemptions | {"rules": ["SlowQuery"], "reason": "r", "expires": "%soon%", "where": {"tenants": ["*"], "databases": ["**"]}} | where.tenants
            POST | /policy/exemptions | {"rules": ["SlowQuery"], "reason": "r", "expires": "%soon%", "where": {"hours": {"from": "00:00", "to": "23:59", "zone": "UTC"}}} | where.hours
            POST | /policy/dry-run    | {"hours": 1, "exemptions": [{"rules": ["SlowQuery"], "reason": "r", "expires": "%soon%", "where": {"endUsers": ["*"]}}]} | exemptions[0].where.endUsers
            POST | /policy/exemptions | {"rules": ["SlowQuery"], "reason": "r", "expires": "2099-01-01T00:00:00Z", "where": {}} | where
            POST | /policy/exemptions | {"rules": ["SlowQuery"], "reason": "r", "expires": "2099-01-01T00:00:00Z", "where": {"applications": ["a"]}} | expires
            POST | /policy/exemptions | {"rules": ["Nothing"], "reason": "r", "expires": "%soon%", "where": {"applications": ["a"]}} | rules[0]
            GET  | /policy/versions/0 | ''                                                     | version
            GET  | /policy/changes/x  | ''                                                     | change
            GET  | /policy/changes?limit=1000 | ''                                             | limit
            """)
    void aFaultNamesItsField(String method, String path, String body, String field) {
        JsonNode refusal = alice.answered(method, path, body.replace("%soon%", tomorrow()), 400);

        assertThat(refusal.path("parameter").asText()).isEqualTo(field);
        assertThat(refusal.path("detail").asText()).startsWith(field + " ").doesNotContain("soon");
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        PolicyClient viewer = new PolicyClient(system, "eve", "audit-viewer");

        assertThat(viewer.inForce().has("version")).isTrue();
        viewer.answered("GET", "/policy/exemptions", "", 200);
        viewer.answered("PUT", "/policy", PolicyClient.change(0, "[]"), 403);
        viewer.answered("POST", "/policy/exemptions", "{}", 403);
        viewer.answered("POST", "/policy/exemptions/1/approval", "", 403);
        viewer.answered("DELETE", "/policy/exemptions/1", "", 403);
        alice.answered("POST", "/policy/exemptions/999999/approval", "", 404);
        alice.answered("GET", "/policy/versions/999999", "", 404);
        alice.answered("GET", "/policy/changes/999999", "", 404);
    }

    private ObjectNode slow() {
        return Events.of(application, "select a from t where b = 1 limit 1").put("executionTimeMs", 3000);
    }

    private JsonNode audited(ObjectNode event) {
        return audited(system.topic().send(0, Events.bytes(event)));
    }

    private JsonNode audited(String id) {
        Awaitility.await("the event to be stored")
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> alice.ask("GET", "/audits/" + id, "").status() == 200);
        return alice.answered("GET", "/audits/" + id, "", 200);
    }

    private JsonNode exemption(long id) {
        JsonNode page = alice.answered("GET", "/policy/exemptions?limit=1&before=" + (id + 1), "", 200);
        return page.at("/items/0");
    }

    private static List<String> rules(JsonNode event) {
        return event.path("findings").findValuesAsText("rule");
    }

    private static JsonNode finding(JsonNode event, String rule) {
        for (JsonNode finding : event.path("findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError("There is no finding of " + rule + " but of " + rules(event));
    }

    private static String tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).toString();
    }
}
