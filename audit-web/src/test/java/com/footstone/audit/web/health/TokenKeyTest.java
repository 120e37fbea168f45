package com.footstone.audit.web.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

class TokenKeyTest {

    private static final String KEYS = "{\"keys\": [{\"kty\": \"RSA\", \"n\": \"AQAB\", \"e\": \"AQAB\"}]}";

    private HttpServer issuer;
    private String body = "";
    private int status = 200;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void close() {
        issuer.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEYS, "{\"kty\": \"RSA\"}", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"})
    void aKeyInAnyFormIsEnough(String content) throws IOException {
        body = content;

        assertThat(new TokenKey(address()).fault()).isEmpty();
        assertThat(new TokenKey(file(content).toString()).fault()).isEmpty();
        assertThat(new TokenKey(file(content).toUri().toString()).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in</html>", "{}", "{\"keys\": []}", "{\"keys\": 1}", "[1]", "{\"keys\""})
    void whatIsNoKeyIsToldWithTheSettingsName(String content) throws IOException {
        body = content;

        assertThat(new TokenKey(address()).fault()).hasValueSatisfying(TokenKeyTest::namesTheSetting);
        assertThat(new TokenKey(file(content).toString()).fault()).hasValueSatisfying(TokenKeyTest::namesTheSetting);
    }

    @Test
    void aRefusalIsToldWithItsNumber() {
        status = 404;

        assertThat(new TokenKey(address()).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("404"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:secret@127.0.0.1:1/keys?secret=1",
                "https://secret.invalid/keys",
                "http://127.0.0.1:99999/secret",
                "http:// secret",
                "/nowhere/secret.pem",
                "file:secret"
            })
    void whereNothingIsNothingOfTheAddressIsTold(String location) {
        assertThat(new TokenKey(location).fault()).hasValueSatisfying(fault -> {
            namesTheSetting(fault);
            assertThat(fault).doesNotContain("secret");
        });
    }

    @Test
    void aPathWithinTheApplicationIsTheServersBusiness() {
        assertThat(new TokenKey("META-INF/key.pem").fault()).isEmpty();
    }

    private static void namesTheSetting(String fault) {
        assertThat(fault).startsWith("mp.jwt.verify.publickey.location: ").contains("MP_JWT_VERIFY_PUBLICKEY_LOCATION");
    }

    private String address() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content);
    }
}
