package com.footstone.audit.dev.shop;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.dev.kafka.KafkaService;
import com.footstone.audit.dev.process.JavaCommand;
import com.footstone.audit.dev.process.ServicePort;
import com.footstone.audit.dev.process.Supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The program, with a real database and a real broker: what it captures is what its ledger says. */
class ShopMainIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Pattern AT_WORK = Pattern.compile("accidents, [1-9]");

    @TempDir
    static Path folder;

    private static ShopDatabase database;
    private static KafkaService broker;
    private static Supervised kafka;

    @BeforeAll
    static void startServices() throws Exception {
        database = new ShopDatabase();
        broker = new KafkaService(folder.resolve("kafka"), freePort(), freePort());
        kafka = new Supervised(broker, line -> {});
        kafka.launch();
        kafka.awaitReady();
    }

    @AfterAll
    static void stopServices() throws Exception {
        kafka.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql:", "jdbc:audit:postgresql:"})
    void bothWaysOfCaptureReportWhatTheLedgerSays(String scheme) throws Exception {
        String name = "by_" + scheme.replace(':', '_');
        database.create(name);
        Path ledger = folder.resolve(name + ".json");
        Process shop = start(
                database.url(name).replace("jdbc:postgresql:", scheme),
                name,
                "-Dshop.operations=80",
                "-Dshop.rate=1000",
                "-Dshop.ledger=" + ledger);

        assertThat(shop.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shop.exitValue()).as("exit code; %s", log(name)).isZero();
        CapturedEvents events =
                CapturedEvents.readAll(broker.bootstrapServers()).ofInstance(name);
        assertThat(total(ledger))
                .containsEntry("executions", (long) events.events().size())
                .containsEntry("rowsAffected", events.sum("rowsAffected"))
                .containsEntry("rowsReturned", events.sum("rowsReturned"));
        assertThat(events.texts("sqlState").stream().filter(state -> state != null))
                .containsExactlyInAnyOrder("42601", "23505", "55P03", "40P01");
        assertThat(events.texts("producerSeq").stream().map(Long::valueOf))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, events.events().size()).boxed().toList());
        assertThat(events.texts("application")).containsOnly("shop");
        assertThat(events.texts("traceId")).allMatch(trace -> trace.matches("[0-9a-f]{32}"));
        assertThat(events.texts("statementId")).doesNotContainNull();
        assertThat(events.texts("executionLayer")).contains("JDBC", "JPA");
        assertThat(events.texts("endUser")).contains("a.okafor").containsNull();
    }

    @Test
    void stopsInGoodOrderOnSigterm() throws Exception {
        database.create("terminated");
        Path ledger = folder.resolve("terminated.json");
        Process shop =
                start(database.url("terminated"), "terminated", "-Dshop.accidents.rounds=0", "-Dshop.ledger=" + ledger);
        await().atMost(LIMIT).until(() -> isAtWork("terminated"));

        shop.destroy();

        assertThat(shop.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shop.exitValue()).as("exit code; %s", log("terminated")).isZero();
        assertThat(total(ledger)).containsEntry("executions", (long) CapturedEvents.readAll(broker.bootstrapServers())
                .ofInstance("terminated")
                .events()
                .size());
    }

    @Test
    void endsWhenItsParentLetsGo() throws Exception {
        database.create("orphaned");
        Process shop = start(database.url("orphaned"), "orphaned", "-Dshop.accidents.rounds=0");
        await().atMost(LIMIT).until(() -> isAtWork("orphaned"));

        shop.getOutputStream().close();

        assertThat(shop.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void namesTheSettingThatIsWrong() throws Exception {
        Process shop = start("jdbc:postgresql://127.0.0.1/none", "wrong", "-Dshop.rate=fast");

        assertThat(shop.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shop.exitValue()).isEqualTo(1);
        assertThat(log("wrong")).contains("shop.rate cannot be read: it must be a number");
    }

    private static ServicePort freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ServicePort(socket.getLocalPort(), "port of the test");
        }
    }

    private static Process start(String url, String instance, String... properties) throws Exception {
        List<String> command = new ArrayList<>(JavaCommand.of(ShopMain.class, 256, List.of()));
        command.addAll(1, List.of(properties));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(instance + ".log").toFile());
        builder.environment().putAll(JavaCommand.environment());
        builder.environment()
                .putAll(Map.of(
                        "SHOP_POSTGRES_URL",
                        url,
                        "SHOP_POSTGRES_USER",
                        "postgres",
                        "AUDIT_KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "AUDIT_INSTANCE",
                        instance));
        return builder.start();
    }

    private static boolean isAtWork(String instance) throws Exception {
        return AT_WORK.matcher(log(instance)).find();
    }

    private static String log(String instance) throws Exception {
        return Files.readString(folder.resolve(instance + ".log"));
    }

    private static Map<String, Long> total(Path ledger) throws Exception {
        Map<String, Long> total = new HashMap<>();
        String text = Files.readString(ledger);
        String object = text.substring(text.indexOf('{', 1) + 1, text.indexOf('}'));
        for (String field : object.split(",", -1)) {
            String[] parts = field.split(":", -1);
            total.put(parts[0].strip().replace("\"", ""), Long.valueOf(parts[1].strip()));
        }
        return total;
    }
}
