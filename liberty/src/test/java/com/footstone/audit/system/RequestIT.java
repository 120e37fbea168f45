package com.footstone.audit.system;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.server.Identity;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that cannot be answered are refused as what they are, in one form, and none does harm. */
@ExtendWith(RunningSystem.class)
class RequestIT {

    private static final String VIEWER = "audit-viewer";

    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audits",
                "/audits/sql-audit-events:0:0",
                "/findings",
                "/anomalies",
                "/completeness",
                "/statistics/overview",
                "/nothing",
                ""
            })
    void nothingIsToldWithoutAToken(String path) {
        assertRefused(ask("GET", path, Map.of()), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer ..",
                "bearer \"'<>"
            })
    void aMalformedTokenIsRefused(String authorization) {
        assertRefused(ask("GET", "/audits", Map.of("Authorization", authorization)), 401);
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        Identity stranger = new Identity(Clock.systemUTC());

        assertRefused(as(stranger.token("mallory", "audit-admin", Duration.ofHours(1)), "/audits"), 401);
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsRefused() {
        String viewer = token(VIEWER, Duration.ofHours(1));
        String admin = token("audit-admin", Duration.ofHours(1));
        String viewersSignature = viewer.substring(viewer.lastIndexOf('.'));

        assertRefused(as(admin.substring(0, admin.lastIndexOf('.')) + viewersSignature, "/audits"), 401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertRefused(as(token(VIEWER, Duration.ofHours(-1)), "/audits"), 401);
    }

    @Test
    void aTokenWithoutARoleIsForbidden() {
        assertRefused(as(token("audit-nobody", Duration.ofHours(1)), "/audits"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit-viewer", "audit-admin"})
    void bothRolesMayRead(String role) {
        assertThat(as(token(role, Duration.ofHours(1)), "/findings?limit=1").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/audits?limit=1000000, limit",
        "/audits?limit=0, limit",
        "/audits?limit=-1, limit",
        "/audits?limit=ten, limit",
        "/audits?limit=99999999999999999999, limit",
        "/audits?severity=TERRIBLE, severity",
        "/audits?from=yesterday, from",
        "/audits?to=2026-13-01T00:00:00Z, to",
        "/audits?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "/audits?fingerprint=xyz, fingerprint",
        "/audits?kind=HOVER, kind",
        "/audits?failed=perhaps, failed",
        "/audits?rule=, rule",
        "/audits?cursor=AAAA, cursor",
        "/audits?cursor=%00%FF%22, cursor",
        "/audits?application=a&application=b, application",
        "/audits?colour=red, colour",
        "/audits/nonsense, id",
        "/audits/sql-audit-events:-1:0, id",
        "/audits/sql-audit-events:0:99999999999999999999, id",
        "/completeness?from=yesterday, from",
        "/completeness?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "/completeness?from=2199-01-01T00:00:00Z, from",
        "/completeness?producerId=, producerId",
        "/completeness?limit=0, limit",
        "/completeness?cursor=AAAA, cursor",
        "/completeness?severity=HIGH, severity",
        "/findings?limit=1001, limit",
        "/findings?cursor=*, cursor",
        "/findings?user=somebody, user",
        "/anomalies?limit=1001, limit",
        "/anomalies?cursor=*, cursor",
        "/anomalies?rule=SlowQuery, rule",
        "/statements/xyz, fingerprint",
        "/statistics/overview?from=1066-10-14T00:00:00Z, from",
        "/statistics/overview?limit=5, limit"
    })
    void theParameterAtFaultIsNamed(String path, String parameter) {
        Answer answer = asViewer(path);

        assertRefused(answer, 400);
        assertThat(answer.json().path("parameter").asText()).isEqualTo(parameter);
        assertThat(answer.json().path("detail").asText()).startsWith(parameter + " ");
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        String application = "paged-" + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            system.topic().send(0, Events.bytes(Events.of(application, "select " + i)));
        }
        system.awaitEvents(application, 3);
        String path = "/audits?limit=2&application=" + application;
        String next = system.api().get(path).path("next").asText();

        assertThat(system.api().get(path + "&cursor=" + next).path("items")).hasSize(1);
        assertRefused(asViewer("/audits?limit=2&application=other&cursor=" + next), 400);
        assertRefused(asViewer(path + "&cursor=" + next.substring(1)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audits/sql-audit-events:0:999999999",
                "/audits/sql-audit-events:99:0",
                "/audits/other-topic:0:0",
                "/statements/00000000000000000000000000000000",
                "/nothing",
                "/audits/a/b",
                "/statistics"
            })
    void whatDoesNotExistIsNotFound(String path) {
        assertRefused(asViewer(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothingCanBeChanged(String method) {
        Answer answer = ask(method, "/audits", bearer(token("audit-admin", Duration.ofHours(1))));

        assertRefused(answer, 405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void anAnswerInAnotherFormIsNotToBeHad() {
        Map<String, String> headers = new HashMap<>(bearer(token(VIEWER, Duration.ofHours(1))));
        headers.put("Accept", "text/html");

        assertRefused(ask("GET", "/audits", headers), 406);
    }

    @Test
    void quotesAndSqlInFiltersAreOnlyText() {
        assertThat(asViewer("/audits?application=%27%20or%201=1%20--").json().path("items"))
                .isEmpty();
        assertThat(asViewer("/findings?application=%27%29%3B%20drop%20table%20finding%3B--")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(asViewer("/audits?q=%25%27%22%5C").status()).isEqualTo(200);
        assertThat(asViewer("/findings?limit=1").status()).isEqualTo(200);
    }

    @Test
    void goodAnswersCarryTheSecurityHeadersToo() {
        Answer answer = asViewer("/audits?limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertSecurityHeaders(answer);
    }

    @Test
    void theContractDescribesEveryAddress() {
        Answer contract = Answer.to("GET", system.server().ports().openApiUrl(), Map.of("Accept", "application/json"));
        JsonNode paths = contract.json().path("paths");

        assertThat(contract.status()).isEqualTo(200);
        assertThat(paths.properties().stream().map(Map.Entry::getKey).toList())
                .containsExactlyInAnyOrder(
                        "/api/v1/anomalies",
                        "/api/v1/audits",
                        "/api/v1/audits/{id}",
                        "/api/v1/completeness",
                        "/api/v1/configuration",
                        "/api/v1/dead-letters",
                        "/api/v1/dead-letters/{id}",
                        "/api/v1/dead-letters/{id}/replay",
                        "/api/v1/evidence",
                        "/api/v1/evidence/{id}",
                        "/api/v1/findings",
                        "/api/v1/policy",
                        "/api/v1/policy/changes",
                        "/api/v1/policy/changes/{change}",
                        "/api/v1/policy/dry-run",
                        "/api/v1/policy/exemptions",
                        "/api/v1/policy/exemptions/{id}",
                        "/api/v1/policy/exemptions/{id}/approval",
                        "/api/v1/policy/versions",
                        "/api/v1/policy/versions/{version}",
                        "/api/v1/rules",
                        "/api/v1/statements/{fingerprint}",
                        "/api/v1/statistics/overview");
        assertThat(paths).allSatisfy(path -> assertThat(path).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("responses").fieldNames())
                    .toIterable()
                    .contains("401")
                    .anyMatch(status -> status.startsWith("2"));
            assertThat(operation.path("summary").asText()).isNotBlank();
        }));
        assertThat(contract.json().at("/components/securitySchemes/jwt/scheme").asText())
                .isEqualTo("bearer");
    }

    private Answer ask(String method, String path, Map<String, String> headers) {
        return Answer.to(method, system.server().ports().apiUrl() + path, headers);
    }

    private Answer as(String token, String path) {
        return ask("GET", path, bearer(token));
    }

    private Answer asViewer(String path) {
        return as(token(VIEWER, Duration.ofHours(1)), path);
    }

    private String token(String role, Duration life) {
        return system.identity().token("tester", role, life);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("Exception");
        assertSecurityHeaders(answer);
    }

    private static void assertSecurityHeaders(Answer answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }
}
