package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** A command as a person runs it, with its output in a file. */
final class Program implements AutoCloseable {

    private static final Duration GONE_LIMIT = Duration.ofSeconds(45);

    private final Process process;
    private final Path output;
    private final Set<ProcessHandle> seen = new HashSet<>();

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Program start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // What the Maven that runs this test told its own children is not for this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.equals("CLASSPATH"));
        builder.environment().putAll(environment);
        return new Program(builder.start(), output);
    }

    /** Waits until a file is there, and gives up when the program has ended. */
    void awaitFile(Path file, Duration limit) {
        Awaitility.await(file.toString()).atMost(limit).until(() -> Files.exists(file) || !process.isAlive());
        if (!Files.exists(file)) {
            throw new IllegalStateException("It ended without " + file + ":\n" + output());
        }
        look();
    }

    /** Remembers what it has started. */
    void look() {
        process.descendants().forEach(seen::add);
    }

    /** Processes that were seen of it. */
    Set<ProcessHandle> seen() {
        return seen;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("It does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** Waits until nothing of it is left. */
    void awaitGone() {
        Awaitility.await("its processes to be gone").atMost(GONE_LIMIT).until(() -> seen.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    String output() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The output cannot be read", e);
        }
    }

    @Override
    public void close() {
        look();
        process.destroyForcibly();
        seen.forEach(ProcessHandle::destroyForcibly);
    }
}
