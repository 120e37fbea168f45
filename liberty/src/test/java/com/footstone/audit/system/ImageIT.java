package com.footstone.audit.system;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.server.AuditApi;
import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The image does the service's work without root, capabilities, or anything to write to but its volumes. */
@ExtendWith(RunningSystem.class)
class ImageIT {

    private static final String NAME = "sql-audit-image-test";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    /** What a cluster gives a pod of the chart less the drain before SIGTERM, and some room. */
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    /** What {@code liberty/image run} limits its memory to, in bytes; the heap is half of it. */
    private static final long MEMORY = 1L << 30;

    @Test
    void theContainerWorksIsConfinedAndEndsInTime(SystemUnderTest system) throws Exception {
        assumeInstalled();
        ContainerImage image = new ContainerImage(TestFolders.fresh("image"));
        image.buildOnce();
        image.remove(NAME);
        // The work is the container's alone; whoever is tested next brings the server back.
        system.server().stop();
        ServerPorts ports = ServerPorts.free();
        try (Program container = image.run(NAME, environment(system, ports))) {
            Awaitility.await("ready")
                    .atMost(SystemUnderTest.START_LIMIT)
                    .until(() -> status(ports, "/ready") == 200 || !container.isAlive());
            assertThat(container.isAlive()).as(container.output()).isTrue();

            itAnswers(system, ports);
            itIsConfined(image.pid(NAME));
            assertThat(Metrics.read(ports.metricsUrl()).sum("memory_maxHeap_bytes"))
                    .isBetween(0.4 * MEMORY, 0.55 * MEMORY);
            itWorksOnWithoutRoom(container, system, ports, image.pid(NAME));

            image.signal(NAME, "TERM");
            // 128 and the number of SIGTERM: Java's answer to it when all its hooks have run.
            assertThat(container.exitCode(END_LIMIT)).as(container.output()).isEqualTo(143);
        } finally {
            image.remove(NAME);
        }
    }

    /** Volumes that somebody has mounted in the place of those that it needs, and what it says of them. */
    @ParameterizedTest
    @CsvSource({
        "OUTPUT_OPTIONS, ro, The folder /output (environment variable WLP_OUTPUT_DIR) cannot be written",
        "OUTPUT_OPTIONS, size=1m, The folder /output (environment variable WLP_OUTPUT_DIR) has",
        "TMP_OPTIONS, ro, The folder /tmp (java.io.tmpdir"
    })
    void aVolumeThatCannotBeUsedIsNamedAtOnce(String volume, String options, String reason) throws Exception {
        assumeInstalled();
        ContainerImage image = new ContainerImage(TestFolders.fresh("image-volume"));
        image.buildOnce();
        image.remove(NAME);
        try (Program container = image.run(NAME, Map.of(volume, options))) {
            assertThat(container.exitCode(SystemUnderTest.PATIENCE)).isEqualTo(1);
            assertThat(container.output().lines().toList()).last(STRING).contains("does not start", reason);
        } finally {
            image.remove(NAME);
        }
    }

    @Test
    void theGuideBuildsItLikeThis() {
        assertThat(ReadMe.of(TestFolders.repository(), "docs/deployment/production-deployment.md")
                        .blockWith("liberty/image")
                        .lines()
                        .toList())
                .last()
                .isEqualTo("liberty/image build");
    }

    private static void assumeInstalled() {
        assumeTrue(
                ContainerImage.lacking().isEmpty(),
                "this machine has no " + ContainerImage.lacking() + "; install them to have the image tested");
    }

    private static Map<String, String> environment(SystemUnderTest system, ServerPorts ports) {
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.putAll(ContainerImage.addresses(ports));
        // Folders of this machine, which the container does not have.
        environment.keySet().removeAll(List.of("AUDIT_RULES_DECLARED", "AUDIT_RULES_JARS"));
        return environment;
    }

    private static void itAnswers(SystemUnderTest system, ServerPorts ports) {
        String application = "image-" + UUID.randomUUID();
        system.topic().send(0, Events.bytes(Events.of(application, "delete from account")));
        AuditApi api = new AuditApi(ports.apiUrl(), system.identity().token("tester", "audit-viewer", TOKEN_LIFE));

        Awaitility.await("its finding").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        api.ask("/findings?application=" + application).body())
                .contains("NoWhere"));
    }

    /** What the kernel says of its first process. */
    private static void itIsConfined(long pid) throws Exception {
        Path process = Path.of("/proc", String.valueOf(pid));
        List<String> status = Files.readAllLines(process.resolve("status"));

        assertThat(status)
                .contains("Uid:\t1001\t1001\t1001\t1001", "NoNewPrivs:\t1", "CapEff:\t0000000000000000")
                .contains("CapBnd:\t0000000000000000");
        assertThat(Files.readAllLines(process.resolve("mounts")))
                .filteredOn(mount -> mount.split(" ", -1)[1].equals("/"))
                .allSatisfy(mount -> assertThat(mount.split(" ", -1)[3]).startsWith("ro"));
    }

    /** Its volume is full: it tells so, and works on. */
    private static void itWorksOnWithoutRoom(Program container, SystemUnderTest system, ServerPorts ports, long pid)
            throws IOException {
        Path filler = Path.of("/proc", String.valueOf(pid), "root", "output", "filler");
        fill(filler);
        Awaitility.await("the full volume to be told")
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(() ->
                        assertThat(container.output()).contains("(environment variable WLP_OUTPUT_DIR) has 0 MB left"));
        itAnswers(system, ports);
        assertThat(status(ports, "/ready")).isEqualTo(200);

        Files.delete(filler);
        Awaitility.await("its end to be told")
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(() -> assertThat(container.output()).contains("WLP_OUTPUT_DIR) can be used again"));
    }

    private static void fill(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThatIOException()
                    .isThrownBy(() -> {
                        while (true) {
                            out.write(megabyte);
                        }
                    })
                    .withMessageContaining("No space left");
        }
    }

    private static int status(ServerPorts ports, String probe) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(ports.healthUrl() + probe).toURL().openConnection();
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
