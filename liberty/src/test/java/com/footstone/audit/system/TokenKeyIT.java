package com.footstone.audit.system;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.server.Identity;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that has to fetch the issuer's key, from somebody whose certificate a company has made for itself. */
@ExtendWith(RunningSystem.class)
class TokenKeyIT {

    private static final Duration LIFE = Duration.ofHours(1);

    @Test
    void anAddressWithoutKeysIsNamedAndOneWithKeysIsEnough(SystemUnderTest system) throws Exception {
        Certificates certificates = Certificates.made("issuer-certificates");
        AtomicReference<String> keys = new AtomicReference<>("");
        HttpsServer issuer = issuer(certificates, keys);
        Map<String, String> differences = Map.of(
                "AUDIT_INTAKE_ENABLED",
                "false",
                "MP_JWT_VERIFY_PUBLICKEY",
                "",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "https://localhost:" + issuer.getAddress().getPort() + "/keys",
                "cert_defaultKeyStore",
                certificates.authority().toString());
        try (SecondServer server = SecondServer.launched("key-fetcher", system, differences)) {
            String health = server.server().ports().healthUrl() + "/ready";
            Awaitility.await("the fault").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                            Answer.get(health).response().body())
                    .contains("mp.jwt.verify.publickey.location: localhost answers with 404"));
            assertThat(Answer.get(health).status()).isEqualTo(503);

            keys.set(system.identity().keySet());
            Awaitility.await("ready")
                    .atMost(SystemUnderTest.PATIENCE)
                    .until(() -> Answer.get(health).status() == 200);

            assertThat(ask(server, system.identity())).isEqualTo(200);
            assertThat(ask(server, new Identity(Clock.systemUTC()))).isEqualTo(401);
        } finally {
            issuer.stop(0);
        }
    }

    private static int ask(SecondServer server, Identity issuer) {
        return Answer.to(
                        "GET",
                        server.server().ports().apiUrl() + "/audits?limit=1",
                        Map.of("Authorization", "Bearer " + issuer.token("tester", "audit-viewer", LIFE)))
                .status();
    }

    /** Answers with keys, or with 404 while there are none. */
    private static HttpsServer issuer(Certificates certificates, AtomicReference<String> keys) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
        server.createContext("/keys", exchange -> {
            byte[] body = keys.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
