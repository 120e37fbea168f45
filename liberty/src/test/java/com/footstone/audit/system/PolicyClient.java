package com.footstone.audit.system;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who may change the policy of a running server. */
final class PolicyClient {

    private final SystemUnderTest system;
    private final String token;

    /**
     * @param name who it is
     * @param group what they may
     */
    PolicyClient(SystemUnderTest system, String name, String group) {
        this.system = system;
        token = system.identity().token(name, group, Duration.ofHours(1));
    }

    /** The version in force. */
    JsonNode inForce() {
        return answered("GET", "/policy", "", 200);
    }

    /** Replaces the adjustments, whoever changed the policy meanwhile; returns the version that was made. */
    JsonNode adjust(String adjustments) {
        return answered("PUT", "/policy", change(inForce().path("version").asLong(), adjustments), 200);
    }

    static String change(long basedOn, String adjustments) {
        return "{\"basedOn\": " + basedOn + ", \"comment\": \"for a test\", \"adjustments\": " + adjustments + "}";
    }

    /** Asks for an exemption of one application's findings; returns its number. */
    long askToExempt(String rule, String application, String expires) {
        return answered("POST", "/policy/exemptions", exemption(rule, application, expires), 201)
                .path("id")
                .asLong();
    }

    static String exemption(String rule, String application, String expires) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putArray("rules").add(rule);
        request.putObject("where").putArray("applications").add(application);
        return request.put("reason", "for a test").put("expires", expires).toString();
    }

    JsonNode approve(long id) {
        return answered("POST", "/policy/exemptions/" + id + "/approval", "", 200);
    }

    JsonNode end(long id) {
        return answered("DELETE", "/policy/exemptions/" + id, "", 200);
    }

    JsonNode answered(String method, String path, String body, int status) {
        Answer answer = ask(method, path, body);
        assertThat(answer.status())
                .as("%s %s: %s", method, path, answer.response().body())
                .isEqualTo(status);
        return answer.json();
    }

    Answer ask(String method, String path, String body) {
        return Answer.to(
                method,
                system.server().ports().apiUrl() + path,
                body,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }
}
