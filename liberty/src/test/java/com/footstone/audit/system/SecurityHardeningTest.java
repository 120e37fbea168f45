package com.footstone.audit.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an attacker tries first, and an auditor asks about first. The names are those of the acceptance list. */
@ExtendWith(RunningSystem.class)
class SecurityHardeningTest {

    private static final Duration LIFE = Duration.ofHours(1);

    private static final Pattern FOR_ADMINISTRATORS = Pattern.compile("\\| `([A-Z]+ /api/v1/[^`]+)` \\|");

    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
    }

    @Test
    void testSecurity_JWT_shouldValidate() throws Exception {
        assertThat(ask("GET", "/audits", token("audit-viewer")).status()).isEqualTo(200);

        new Forgery(system.identity()).tokens().forEach((fault, token) -> assertThat(
                        ask("GET", "/audits", token).status())
                .as(fault)
                .isEqualTo(401));
    }

    @Test
    void testSecurity_RBAC_shouldEnforce() throws IOException {
        List<String> operations = operations();
        List<String> forAdministrators = documentedForAdministrators();

        assertThat(forAdministrators).isNotEmpty();
        assertThat(operations).containsAll(forAdministrators);
        for (String operation : operations) {
            String method = operation.substring(0, operation.indexOf(' '));
            // No event has this place, so that nothing is changed by whoever may.
            String path = operation
                    .substring(operation.indexOf("/v1") + "/v1".length())
                    .replace("{id}", "nowhere:99:1")
                    .replace("{fingerprint}", "0".repeat(32))
                    .replace("{version}", "0")
                    .replace("{change}", "0");
            assertThat(ask(method, path, token("audit-nobody")).status())
                    .as(operation)
                    .isEqualTo(403);
            assertThat(ask(method, path, token("audit-viewer")).status() == 403)
                    .as(operation + " is kept from a viewer")
                    .isEqualTo(forAdministrators.contains(operation));
            assertThat(ask(method, path, token("audit-admin")).status())
                    .as(operation)
                    .isNotIn(401, 403);
        }
    }

    @Test
    void testSecurity_TLS_shouldEncrypt() throws Exception {
        try (EncryptedServer encrypted = EncryptedServer.beside(system)) {
            encrypted.topic().send(0, Events.bytes(Events.of("encrypted", "delete from t")));
            system.awaitEvents("encrypted", 1);
            URI question = URI.create("https://localhost:" + encrypted.httpsPort()
                    + "/api/v1/audits?application=encrypted&severity=CRITICAL");
            HttpRequest request = HttpRequest.newBuilder(question)
                    .header("Authorization", "Bearer " + token("audit-viewer"))
                    .build();
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(encrypted.certificates().client())
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("encrypted");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .as("a client that does not know the authority")
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(plainAnswer(encrypted.httpsPort())).doesNotContain("HTTP/1.1 200");
            assertThat(encrypted.connections()).allSatisfy((store, connections) -> assertThat(connections)
                    .as("encrypted connections to " + store)
                    .isPositive());
        }
    }

    /** The administrator's pages have a door of their own, which is never open without TLS. */
    @Test
    void theAdminCenterIsNeverOpenWithoutTls() throws Exception {
        int port = system.server().ports().admin().number();
        Certificates strangers = Certificates.made("certificates-of-strangers");

        assertThat(plainAnswer(port)).doesNotContain("HTTP/1.1 200");
        try (SSLSocket socket = (SSLSocket)
                strangers.client().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void testSecurity_credentials_shouldBeSecured() throws IOException {
        String refused = "marker-" + UUID.randomUUID();
        ask("GET", "/audits", refused);
        ask("GET", "/audits?limit=" + refused, token("audit-viewer"));
        List<String> secrets = new ArrayList<>(List.of(refused, system.adminPassword()));
        system.environment().forEach((variable, value) -> {
            if (variable.endsWith("_PASSWORD") && !variable.startsWith("KEYSTORE")) {
                secrets.add(value);
            }
        });
        Path folder = system.server().folder();
        List<Path> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".key.pem")).forEach(keys::add);
        }
        secrets.add(Files.readString(keys.get(0)).lines().skip(1).findFirst().orElseThrow());

        assertThat(secrets).hasSizeGreaterThanOrEqualTo(5).noneMatch(String::isBlank);
        assertThat(keys).allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------"));
        for (String told : told(folder)) {
            secrets.forEach(secret -> assertThat(told.contains(secret)).isFalse());
        }
    }

    /** Everything that the server tells whoever looks at it: logs, command line, metrics, settings and errors. */
    private List<String> told(Path folder) throws IOException {
        List<String> told = new ArrayList<>();
        try (Stream<Path> logs = Files.walk(folder)) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                told.add(new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1));
            }
        }
        for (long process : system.server().pids()) {
            ProcessHandle.of(process)
                    .flatMap(handle -> handle.info().commandLine())
                    .ifPresent(told::add);
        }
        told.add(ask("GET", "/configuration", token("audit-admin")).response().body());
        told.add(ask("GET", "/audits?limit=x", token("audit-viewer")).response().body());
        told.add(Answer.get(system.server().ports().metricsUrl()).response().body());
        told.add(Answer.get(system.server().ports().healthUrl()).response().body());
        return told;
    }

    @Test
    void testSecurity_auditLog_PII_shouldSanitize() throws IOException {
        String application = "personal-" + UUID.randomUUID();
        String someone = "zq" + UUID.randomUUID().toString().substring(0, 8);
        List<String> values = List.of(
                someone + "@example.org",
                "4111111111111111",
                "+49 170 5550199",
                "DE89370400440532013000",
                "078-05-1120");
        List<String> ids = new ArrayList<>();
        for (String value : values) {
            for (String sql : List.of(
                    "update customer set contact = 'VALUE' where id = 7",
                    "select name from customer where contact in ('x', \"VALUE\", $$VALUE$$) -- VALUE",
                    "selec contact form customer wher contact = 'VALUE' /* VALUE */ 'VALUE")) {
                ObjectNode event = Events.of(application, sql.replace("VALUE", value))
                        .put("errorMessage", "ERROR: duplicate key, Key (contact)=(" + value + ") already exists")
                        .put("sqlState", "23505");
                event.putObject("params").put("1", value);
                ids.add(system.topic().send(0, Events.bytes(event)));
            }
        }
        system.topic().send(0, ("{\"sql\": \"select '" + someone + "'").getBytes(StandardCharsets.UTF_8));
        system.awaitEvents(application, ids.size());

        List<String> told = new ArrayList<>(system.stores().texts(application));
        told.add(Files.readString(system.server().log()));
        told.add(Answer.get(system.server().ports().metricsUrl()).response().body());
        for (String path : List.of("/audits", "/findings")) {
            told.add(system.api()
                    .get(path + "?limit=100&application=" + application)
                    .toString());
        }
        ids.forEach(id -> told.add(system.api().get("/audits/" + id).toString()));
        assertThat(told).hasSizeGreaterThan(2 * ids.size());
        for (String value : List.of(someone, "4111111111111111", "5550199", "DE89370400440532013000", "078-05-1120")) {
            assertThat(told).as(value).noneMatch(text -> text.contains(value));
        }
    }

    /** What the guide says that only an administrator may ask for. */
    private static List<String> documentedForAdministrators() throws IOException {
        Path page = TestFolders.repository().resolve("docs/deployment/security/jwt-authentication.md");
        return FOR_ADMINISTRATORS
                .matcher(Files.readString(page))
                .results()
                .map(operation -> operation.group(1))
                .toList();
    }

    /** Methods and addresses of the contract, so that none is forgotten here. */
    private List<String> operations() {
        JsonNode paths = Answer.to("GET", system.server().ports().openApiUrl(), Map.of("Accept", "application/json"))
                .json()
                .path("paths");
        List<String> operations = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (Set.of("get", "post", "put", "patch", "delete").contains(method)) {
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        return operations;
    }

    /** What a client is told that speaks no TLS. */
    private static String plainAnswer(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) SystemUnderTest.PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(1 << 16), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return "";
        }
    }

    private String token(String role) {
        return system.identity().token("tester", role, LIFE);
    }

    /** What takes a body is asked for the body's type before anybody is asked for a role; this one says nothing. */
    private Answer ask(String method, String path, String token) {
        String url = system.server().ports().apiUrl() + path;
        return Set.of("POST", "PUT").contains(method)
                ? Answer.to(
                        method,
                        url,
                        "{}",
                        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"))
                : Answer.to(method, url, Map.of("Authorization", "Bearer " + token));
    }
}
