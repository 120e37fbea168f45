package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.awaitility.Awaitility;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.server.ServerPorts;

/**
 * The service as tests see it: by its ports, its log and its end. It runs unpacked on this machine or, with {@code
 * -Daudit.container=true}, as the image. It can be started again on the same ports.
 */
abstract class ServerUnderTest implements AutoCloseable {

    /** Ten to twenty seconds on a quiet machine; a build server may be anything but. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final String name;
    private final ServerPorts ports;
    private ChildProcess process;

    ServerUnderTest(String name, ServerPorts ports) {
        this.name = name;
        this.ports = ports;
    }

    /**
     * A server in the form that this run is about; nothing is started.
     *
     * @param name of its folder, which is emptied
     * @param environment its whole configuration but for the ports, and for the evidence key unless it is in there
     */
    static ServerUnderTest of(String name, ServerPorts ports, Map<String, String> environment) {
        return Boolean.getBoolean("audit.container")
                ? new ContainerServer(name, ports, environment)
                : new UnpackedServer(name, ports, environment);
    }

    /** Starts the process that it is, or that stands for it; the log is added to. */
    abstract ChildProcess start() throws IOException;

    /** Has it end in good order, and by force when that takes too long. */
    abstract void stop(ChildProcess process);

    /** Ends it at once, as {@code kill -9} does. */
    abstract void kill(ChildProcess process);

    /** What it has said, one JSON object a line. Beside it are the keys that evidence is signed and verified with. */
    abstract Path log();

    final ServerPorts ports() {
        return ports;
    }

    final Path folder() {
        return log().getParent();
    }

    final boolean isUp() {
        return process != null && process.isAlive();
    }

    /** Starts it unless it is up, and does not wait. */
    final void launch() {
        if (!isUp()) {
            ports.requireFree(name);
            launchAnyhow();
        }
    }

    /** The same, whoever has its ports. */
    final void launchAnyhow() {
        try {
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    /** Waits until its application has started; it may still wait for a store. */
    final void awaitStarted() {
        Awaitility.await(name + " to have started")
                .atMost(START_LIMIT)
                .until(() -> status("/started") == 200 || !isUp());
        if (!isUp()) {
            throw new IllegalStateException(name + " ended while starting. " + lastWords());
        }
    }

    /** HTTP status of a probe, such as {@code /ready}; 0 if nothing answers. */
    final int status(String probe) {
        try {
            return Answer.get(ports.healthUrl() + probe).status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    final void stop() {
        if (process != null) {
            stop(process);
            process = null;
        }
    }

    final void kill() {
        if (process != null) {
            kill(process);
            process = null;
        }
    }

    /** Sends SIGTERM, as platforms do, and waits for the end. */
    final void terminate(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle handle = ProcessHandle.of(process.pids().get(0)).orElseThrow();
        handle.destroy();
        handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for it to end by itself; answers whether it did, within the limit and without an error. */
    final boolean endsWell(Duration limit) {
        return process.endsWell(limit);
    }

    /** Ids, on this machine, of its processes. */
    List<Long> pids() {
        return isUp() ? process.pids() : List.of();
    }

    final String lastWords() {
        return process == null ? "It was never started" : process.lastWords();
    }

    @Override
    public void close() {
        stop();
    }
}
