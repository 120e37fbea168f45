package com.footstone.audit.faults.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.process.Supervised;
import com.footstone.audit.faults.proxy.Moment;
import com.footstone.audit.faults.proxy.Proxy;
import com.footstone.audit.faults.proxy.Trap;
import com.footstone.audit.server.LibertyServer;

/** An instance of the service behind its proxies. */
public final class Instance implements AutoCloseable {

    private final String name;
    private final Map<Service, Proxy> proxies;
    private final LibertyServer server;
    private final Supervised process;
    private volatile boolean wanted;

    Instance(String name, Map<Service, Proxy> proxies, LibertyServer server) {
        this.name = name;
        this.proxies = new EnumMap<>(proxies);
        this.server = server;
        this.process = new Supervised(server, line -> {});
    }

    public Proxy proxy(Service store) {
        return proxies.get(store);
    }

    public LibertyServer server() {
        return server;
    }

    /** Has an action done at a moment; to be taken back with {@link #disarm}. */
    public Trap arm(Set<Moment> moments, Supplier<Trap.Passage> action) {
        Trap trap = new Trap(moments, action);
        arm(trap);
        return trap;
    }

    public void arm(Trap trap) {
        proxies.values().forEach(proxy -> proxy.add(trap));
    }

    public void disarm(Trap trap) {
        proxies.values().forEach(proxy -> proxy.remove(trap));
    }

    /** Starts it and returns when it answers; does nothing when it is up. */
    public void start() {
        wanted = true;
        process.launch();
        process.awaitReady();
    }

    /** Sends SIGKILL and returns at once. */
    public void strike() {
        wanted = false;
        Signals.kill(process.pids());
    }

    /** Sees a struck process to its end. */
    public void bury() {
        wanted = false;
        process.kill();
    }

    /**
     * Asks it by SIGTERM to end in good order.
     *
     * @return whether it did within the limit
     */
    public boolean leave(Duration limit) throws InterruptedException {
        wanted = false;
        List<Long> pids = process.pids();
        CompletableFuture<?> end = ProcessHandle.of(pids.get(0)).orElseThrow().onExit();
        ProcessHandle.of(pids.get(0)).ifPresent(ProcessHandle::destroy);
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } finally {
            process.kill();
        }
    }

    public Process halt(Duration length) {
        return Signals.halt(process.pids(), length);
    }

    public boolean isUp() {
        return process.isUp();
    }

    public boolean isReady() {
        return server.status("/ready") == 200;
    }

    /** Whether it is gone although nobody killed it. */
    public boolean isMissing() {
        return wanted && !process.isUp();
    }

    /** Memory that the system counts as its own, in bytes; 0 when it is down. */
    public long residentBytes() {
        return process.pids().stream().mapToLong(Instance::resident).max().orElse(0);
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        wanted = false;
        process.kill();
    }

    @Override
    public String toString() {
        return name;
    }
}
