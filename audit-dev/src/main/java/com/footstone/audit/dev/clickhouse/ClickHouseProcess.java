package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import com.footstone.audit.dev.process.FolderLock;
import com.footstone.audit.dev.process.Lifeline;
import com.sun.net.httpserver.HttpServer;

/**
 * The process that serves ClickHouse on loopback.
 *
 * <p>Arguments: the engine's library file, the data folder, the port, the user, and a file that holds the password.
 */
public final class ClickHouseProcess {

    /** The engine plans deep queries on the caller's stack. */
    private static final long STACK_BYTES = 16L << 20;

    private static final int BACKLOG = 128;
    private static final Duration PREDECESSOR = Duration.ofSeconds(60);

    private ClickHouseProcess() {}

    /**
     * Serves until the parent process ends or this one is told to.
     *
     * @throws IOException if the folder, the password file or the port cannot be used
     */
    public static void main(String[] arguments) throws IOException {
        Lifeline.endWithParent();
        Path library = Path.of(arguments[0]);
        Path data = Files.createDirectories(Path.of(arguments[1]));
        int port = Integer.parseInt(arguments[2]);
        Credentials known = new Credentials(
                arguments[3], Files.readString(Path.of(arguments[4])).strip());
        FolderLock.hold(lockFile(data), PREDECESSOR);
        serve(Engine.start(library, data.resolve("engine")), port, known);
    }

    private static Path lockFile(Path data) {
        return data.resolve("process.lock");
    }

    /** Waits for a process that served the folder and is about to end. */
    static void awaitPredecessor(Path data) throws IOException {
        FolderLock.hold(lockFile(data), PREDECESSOR).close();
    }

    private static void serve(Engine engine, int port, Credentials known) throws IOException {
        // Small answers must not wait for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Idle connections stay in the driver's pool for long; it must be the one that closes them.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        ExecutorService threads = Executors.newCachedThreadPool(threadFactory());
        server.setExecutor(threads);
        SessionPool sessions = new SessionPool(engine::openSession, Clock.systemUTC());
        server.createContext("/", new HttpFront(sessions, known, prepare(engine)));
        server.start();
        Lifeline.onEnd(() -> {
            server.stop(1);
            threads.shutdown();
            ProcessEnd.now();
        });
    }

    /** Makes the product's database, and answers the engine's time zone. */
    private static String prepare(Engine engine) {
        try {
            Session session = engine.keeper();
            session.run("CREATE DATABASE IF NOT EXISTS audit ENGINE = Atomic");
            return session.value("SELECT timezone()");
        } catch (EngineException e) {
            throw new IllegalStateException("the engine cannot make the database audit", e);
        }
    }

    private static ThreadFactory threadFactory() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, "query-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }
}
