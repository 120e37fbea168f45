package com.footstone.audit.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.DevServices;
import com.footstone.audit.dev.DevSettings;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.Lifeline;
import com.footstone.audit.dev.process.ServiceException;
import com.footstone.audit.dev.process.Supervised;
import com.footstone.audit.server.AuditApi;
import com.footstone.audit.server.EvidenceKey;
import com.footstone.audit.server.Identity;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

/** Runs the demo until Ctrl-C, or for {@code demo.duration}; then the exit code says whether the pipeline worked. */
public final class Demo {

    private static final String ADMIN = "admin";
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);
    private static final Duration BACKLOG_LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final DemoSettings settings;
    private final Clock clock;

    private final String adminPassword = UUID.randomUUID().toString();

    private Demo(DemoSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        // Maven is the parent. Its standard input may be empty from the start, so that cannot be what is watched.
        ProcessHandle.current().parent().ifPresent(Demo::endWith);
        try {
            Optional<String> fault = new Demo(DemoSettings.from(System.getProperties()), Clock.systemUTC()).run();
            fault.ifPresent(reason -> System.err.println("The pipeline did not work: " + reason));
            System.exit(fault.isPresent() ? 1 : 0);
        } catch (ServiceException
                | IllegalArgumentException
                | IllegalStateException
                | UncheckedIOException
                | IOException e) {
            System.err.println("The demo cannot go on: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void endWith(ProcessHandle parent) {
        Thread watch = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(1);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private Optional<String> run() throws IOException {
        say("Starting Kafka, PostgreSQL and ClickHouse; the first time, this downloads what they need.");
        Path accessFile = settings.folder().resolve("access.json");
        // Whoever waits for the file must not find the one of an earlier run.
        Files.deleteIfExists(accessFile);
        try (DevServices services = DevServices.start(DevSettings.ofThisProcess())) {
            Identity identity = new Identity(clock);
            LibertyServer server = server(services.addresses(), identity);
            try (Supervised running = new Supervised(server, Demo::say)) {
                Lifeline.onEnd(running::close);
                running.launch();
                running.awaitReady();
                awaitReady(server, running);
                Map<String, String> access = access(server.ports(), services.addresses(), identity);
                AccessFile.write(accessFile, access);
                return auditWhileUp(server, running, services.addresses(), access);
            }
        }
    }

    private LibertyServer server(Addresses addresses, Identity identity) throws IOException {
        FreePorts free = new FreePorts();
        ServerPorts ports = new ServerPorts(
                settings.httpPort().resolve("REST", free, Demo::say),
                settings.managementPort().resolve("the probes", free, Demo::say),
                settings.adminPort().resolve("the Admin Center", free, Demo::say));
        Map<String, String> environment = new HashMap<>(addresses.environment());
        environment.putAll(identity.environment());
        // The server's folder is new at each start, and so are its secrets: an old key store would not open.
        environment.put("KEYSTORE_PASSWORD", UUID.randomUUID().toString());
        environment.put("ADMIN_ENABLED", "true");
        environment.put("ADMIN_USER", ADMIN);
        environment.put("ADMIN_PASSWORD", adminPassword);
        // The events of earlier runs are still there, and what they were signed with verifies them.
        environment.put(
                EvidenceKey.VARIABLE,
                EvidenceKey.in(DevSettings.ofThisProcess().data()).privatePem());
        Path folder = settings.folder().resolve("server");
        deleteAll(folder);
        return new LibertyServer(settings.home(), folder, ports, environment);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Map<String, String> access(ServerPorts ports, Addresses addresses, Identity identity) {
        Map<String, String> access = new LinkedHashMap<>();
        access.put("api", ports.apiUrl());
        access.put("openapi", ports.openApiUrl());
        access.put("metrics", ports.metricsUrl());
        access.put("health", ports.healthUrl());
        access.put("adminCenter", ports.adminCenterUrl());
        access.put("adminCenterUser", ADMIN);
        access.put("adminCenterPassword", adminPassword);
        access.put("kafka", addresses.kafkaBootstrapServers());
        access.put("adminToken", identity.token("demo-admin", "audit-admin", TOKEN_LIFE));
        access.put("viewerToken", identity.token("demo-viewer", "audit-viewer", TOKEN_LIFE));
        return access;
    }

    private Optional<String> auditWhileUp(
            LibertyServer server, Supervised running, Addresses addresses, Map<String, String> access)
            throws IOException {
        try {
            return audit(server, running, addresses, access);
        } catch (UncheckedIOException e) {
            // That it does not answer may be because it has died, which is known a moment later.
            rest(running, LOOK);
            requireUp(running);
            throw e;
        }
    }

    private Optional<String> audit(
            LibertyServer server, Supervised running, Addresses addresses, Map<String, String> access)
            throws IOException {
        awaitDrained(server, running);
        Instant start = clock.instant();
        Expectation expectation = new Expectation(
                new AuditApi(access.get("api"), access.get("viewerToken")),
                "from=" + start.truncatedTo(ChronoUnit.HOURS) + "&to="
                        + start.plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS));
        greet(access);
        try (ShopProcess shop = ShopProcess.start(settings.folder().resolve("shop"), addresses.environment())) {
            Lifeline.onEnd(shop::close);
            watch(shop, running, expectation, start);
            say("The time is over; the shop closes and its ledger is compared with the audit.");
            return judge(shop.finish(), expectation);
        }
    }

    private void awaitReady(LibertyServer server, Supervised running) {
        Instant limit = clock.instant().plus(DRAIN_LIMIT);
        while (server.status("/ready") != 200) {
            if (clock.instant().isAfter(limit)) {
                throw new IllegalStateException("the server does not get ready; its log is " + server.log());
            }
            rest(running, LOOK);
        }
    }

    /** What an earlier run left in Kafka is audited first, so that it is not taken for this run's. */
    private void awaitDrained(LibertyServer server, Supervised running) {
        Instant limit = clock.instant().plus(BACKLOG_LIMIT);
        while (server.lag().orElse(1) > 0) {
            if (clock.instant().isAfter(limit)) {
                throw new IllegalStateException("events of an earlier run are still being audited; try again later");
            }
            rest(running, LOOK);
        }
    }

    private void watch(ShopProcess shop, Supervised running, Expectation expectation, Instant start) {
        Instant end = settings.duration().map(start::plus).orElse(Instant.MAX);
        while (clock.instant().isBefore(end)) {
            if (!shop.isAlive()) {
                throw new IllegalStateException("the shop ended by itself. " + shop.lastWords());
            }
            say(news(expectation));
            rest(running, NEWS_EVERY);
        }
    }

    /** Pauses between two looks at a server, which is not looked at again when it has died. */
    private static void rest(Supervised running, Duration pause) {
        requireUp(running);
        LockSupport.parkNanos(pause.toNanos());
    }

    private static void requireUp(Supervised running) {
        if (!running.isUp()) {
            throw new IllegalStateException("the server ended by itself");
        }
    }

    /** A question that is not answered in time must not end the demo. */
    private static String news(Expectation expectation) {
        try {
            return expectation.audited() + " events audited; findings " + expectation.findings();
        } catch (IllegalStateException | UncheckedIOException e) {
            return "No answer: " + e.getMessage();
        }
    }

    private Optional<String> judge(JsonNode ledger, Expectation expectation) {
        Instant limit = clock.instant().plus(DRAIN_LIMIT);
        Optional<String> fault = expectation.fault(ledger);
        while (fault.isPresent() && clock.instant().isBefore(limit)) {
            LockSupport.parkNanos(LOOK.toNanos());
            fault = expectation.fault(ledger);
        }
        if (fault.isEmpty()) {
            say("All " + expectation.audited() + " executions were audited, and every accident was found: "
                    + expectation.findings());
        }
        return fault;
    }

    private void greet(Map<String, String> access) {
        Path file = settings.folder().resolve("access.json").toAbsolutePath().normalize();
        say("");
        say("REST          " + access.get("api"));
        say("OpenAPI       " + access.get("openapi"));
        say("Health        " + access.get("health"));
        say("Metrics       " + access.get("metrics"));
        say("Admin Center  " + access.get("adminCenter"));
        say("Kafka         " + access.get("kafka"));
        say("Token         " + access.get("viewerToken"));
        say("All of this, and an administrator's token, is in " + file);
        say("Try:  curl -H \"Authorization: Bearer $TOKEN\" \"" + access.get("api") + "/findings?severity=HIGH\"");
        say("");
    }

    private static void say(String news) {
        System.out.println(news);
    }
}
