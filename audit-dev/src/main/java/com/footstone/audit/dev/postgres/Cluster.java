package com.footstone.audit.dev.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.Secret;

/** The files of the server. They are made once, whole or not at all. */
final class Cluster {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path folder;
    private final Path log;

    Cluster(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    Path folder() {
        return folder;
    }

    /**
     * Makes the files when there are none.
     *
     * @param superuserPassword of the role {@code postgres}
     * @throws IOException if {@code initdb} fails
     */
    void create(Path binaries, Secret superuserPassword) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        Binaries.delete(draft);
        ChildProcess initdb = ChildProcess.start(
                GuardedCommand.of(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + PostgresService.SUPERUSER,
                        "--pwfile=" + superuserPassword.file().toAbsolutePath(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")),
                Map.of(),
                log);
        if (!initdb.endsWell(LIMIT)) {
            throw new IOException("initdb failed. " + initdb.lastWords());
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits for a server that used the files and is about to end. */
    void awaitPredecessor() throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (server().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("another server (process "
                        + server().map(ProcessHandle::pid).orElse(0L) + ") uses " + folder
                        + ": stop it, or choose another folder with -Ddev.data");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a server to end", e);
        }
    }

    /** The server that runs on the files, by the file in which it leaves its process id. */
    private Optional<ProcessHandle> server() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,9}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(Cluster::mayBeServer);
    }

    /**
     * A process that is about to end has lost its command but keeps its number, and as long as a process of this user has
     * that number, a new server refuses to start.
     */
    private static boolean mayBeServer(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().map(command -> command.endsWith("postgres")).orElseGet(() -> info.user()
                .equals(ProcessHandle.current().info().user()));
    }
}
