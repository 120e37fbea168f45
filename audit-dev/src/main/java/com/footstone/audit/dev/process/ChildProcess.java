package com.footstone.audit.dev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of a service, with its output in a log file. It ends by itself when this process dies. */
public final class ChildProcess {

    private static final int LOG_LINES = 25;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(35);

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program that ends when its standard input ends.
     *
     * @param command program and arguments; no secrets, since everybody on the machine can read them
     * @param environment variables added to this process's
     * @param log file that its output is added to
     * @throws IOException if the program cannot be started
     */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for it to end by itself; answers whether it did, within the limit and without an error. */
    public boolean endsWell(Duration limit) {
        if (!ended(limit)) {
            kill();
            return false;
        }
        return process.exitValue() == 0;
    }

    /** Ids of the process and of all that it started. */
    public List<Long> pids() {
        return tree().map(ProcessHandle::pid).toList();
    }

    private Stream<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(ProcessHandle::isAlive);
    }

    /** Has it end in good order, and by force when that takes too long. */
    public void stop() {
        List<ProcessHandle> all = tree().toList();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (!ended(STOP_LIMIT)) {
            all.forEach(ProcessHandle::destroyForcibly);
            ended(STOP_LIMIT);
        }
    }

    /** Ends it and all that it started at once, as {@code kill -9} does. */
    public void kill() {
        List<ProcessHandle> all = tree().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        ended(STOP_LIMIT);
        all.forEach(handle -> handle.onExit()
                .orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The log file, and its last lines. */
    public String lastWords() {
        try {
            List<String> lines = Files.exists(log)
                    ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
            return "Log: " + log + System.lineSeparator()
                    + String.join(
                            System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "Log: " + log + " (it cannot be read)";
        }
    }
}
