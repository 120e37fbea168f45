package com.footstone.audit.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** No service outlives the process that started it, however and whenever that ends. */
class OrphanIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int BY_SIGTERM = 143;

    @TempDir
    Path folder;

    private Process parent;
    private Set<ProcessHandle> children = Set.of();

    @AfterEach
    void endAll() {
        children.forEach(ProcessHandle::destroyForcibly);
        parent.destroyForcibly();
    }

    @Test
    void servicesEndWhenTheParentIsKilledOrToldToEnd() throws Exception {
        start();
        awaitOutput("Ctrl-C stops");
        children = descendants();
        assertThat(programs()).anyMatch(name -> name.endsWith("postgres")).anyMatch(name -> name.endsWith("java"));
        parent.destroyForcibly();
        awaitEndOfChildren();

        start();
        awaitOutput("Ctrl-C stops");
        children = descendants();
        parent.destroy();
        assertThat(parent.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(parent.exitValue()).isEqualTo(BY_SIGTERM);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void servicesEndWhenTheParentIsKilledWhileStarting() throws Exception {
        start();
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> !descendants()
                .isEmpty());
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> output().contains(
                        "ClickHouse: starting"));
        children = descendants();
        parent.destroyForcibly();
        awaitEndOfChildren();
    }

    private void start() throws IOException {
        Files.deleteIfExists(folder.resolve("output"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-D" + DevSettings.DATA + "=" + folder.resolve("data"),
                "-D" + DevSettings.CACHE + "=" + DevSettings.ofThisProcess().cache(),
                "-cp",
                System.getProperty("java.class.path"),
                DevServices.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.endsWith("_URL") || name.startsWith("KAFKA_"));
        parent = builder.start();
    }

    private void awaitOutput(String text) {
        Awaitility.await().atMost(LIMIT).until(() -> output().contains(text) || !parent.isAlive());
        assertThat(output()).contains(text);
    }

    private String output() {
        try {
            Path file = folder.resolve("output");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new IllegalStateException("the output cannot be read", e);
        }
    }

    private Set<ProcessHandle> descendants() {
        return parent.descendants().collect(Collectors.toSet());
    }

    private List<String> programs() {
        return children.stream()
                .flatMap(child -> child.info().command().stream())
                .toList();
    }

    private void awaitEndOfChildren() {
        Awaitility.await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        // A child that was started after they were listed would still hold its folder.
        assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent()))
                .isEmpty();
    }
}
