package com.footstone.audit.system;

import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;

import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;

/** A server beside the running one that cannot work as it is configured. */
final class UnreadyServer {

    private UnreadyServer() {}

    /** It lives, and its readiness gives the reasons. */
    static void assertTold(SystemUnderTest system, Map<String, String> differences, String... reasons) {
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.put("KAFKA_CONSUMER_GROUP", "unready");
        environment.putAll(differences);
        try (ServerUnderTest server = ServerUnderTest.of("unready", ServerPorts.free(), environment)) {
            server.launch();
            Awaitility.await("the reasons")
                    .atMost(SystemUnderTest.START_LIMIT)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(Answer.get(server.ports().healthUrl() + "/ready")
                                    .response()
                                    .body())
                            .contains(reasons));
            assertThat(server.status("/live")).isEqualTo(200);
        }
    }
}
