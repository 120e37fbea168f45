package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.footstone.audit.dev.process.FolderLock;
import com.footstone.audit.dev.process.ServiceException;

/**
 * Fetches the engine's library from the npm registry that the user's npm is set up for, once, into a cache folder.
 *
 * <p>The version is pinned, and so is the file's digest: versions before it break the JVM's signal handlers or answer
 * nothing at all for empty results.
 */
final class EngineDownload {

    private static final String PACKAGE = "@chdb/lib-linux-x64-gnu";
    private static final String VERSION = "26.7.3-stable.1";
    private static final String LIBRARY_SHA_256 = "36ad4e999882821ef13cf2d0f52c93f48e6ee1b4498b35a201c23ce4b8d15bf5";
    private static final long LIBRARY_BYTES = 566_330_096;
    private static final String LIBRARY = "node_modules/" + PACKAGE + "/libchdb.so";
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration REPORT = Duration.ofSeconds(5);

    private final Path cache;
    private final Consumer<String> progress;

    EngineDownload(Path cache, Consumer<String> progress) {
        this.cache = cache.toAbsolutePath();
        this.progress = progress;
    }

    /**
     * The library file, fetched when it is not in the cache.
     *
     * @throws IOException if it cannot be fetched or is not the file that is expected
     */
    Path library() throws IOException {
        Path home = cache.resolve("clickhouse-engine-" + VERSION);
        Path library = home.resolve(LIBRARY);
        if (!isWhole(library)) {
            FolderLock lock = FolderLock.hold(cache.resolve("clickhouse-engine.lock"), LIMIT);
            try {
                if (!isWhole(library)) {
                    fetch(home);
                }
            } finally {
                lock.close();
            }
        }
        return library;
    }

    private static boolean isWhole(Path library) throws IOException {
        return Files.exists(library) && Files.size(library) == LIBRARY_BYTES;
    }

    /** Fetches into a folder of its own, which takes its place when everything in it is right. */
    private void fetch(Path home) throws IOException {
        Path draft = home.resolveSibling(home.getFileName() + ".new");
        delete(draft);
        delete(home);
        Files.createDirectories(draft);
        Files.writeString(draft.resolve("package.json"), """
                {"name": "clickhouse-engine", "private": true, "dependencies": {"%s": "%s"}}
                """.formatted(PACKAGE, VERSION));
        progress.accept("ClickHouse: downloading the engine " + VERSION + " (about 180 MB) to " + home);
        runNpm(draft);
        verify(draft.resolve(LIBRARY));
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        progress.accept("ClickHouse: the engine is downloaded");
    }

    private void runNpm(Path folder) throws IOException {
        Path log = folder.resolve("npm.log");
        Process npm = npm(folder, log);
        long start = System.nanoTime();
        try {
            while (!npm.waitFor(REPORT.toMillis(), TimeUnit.MILLISECONDS)) {
                long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
                progress.accept("ClickHouse: downloading, " + seconds + " s, " + percent(folder) + " % unpacked");
                if (seconds > LIMIT.toSeconds()) {
                    throw new IOException("npm has not fetched " + PACKAGE + " in " + LIMIT.toMinutes() + " minutes");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while downloading the engine", e);
        } finally {
            npm.descendants().forEach(ProcessHandle::destroy);
            npm.destroy();
        }
        if (npm.exitValue() != 0) {
            throw new IOException("npm could not fetch " + PACKAGE + " " + VERSION + ": see " + log
                    + ", and check npm's registry and the network. Or set CLICKHOUSE_URL to a ClickHouse server");
        }
    }

    /** No lock file, since it would hold the addresses of this machine's registry; the digest pins the content. */
    private static Process npm(Path folder, Path log) throws IOException {
        List<String> command = List.of(
                "npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--no-progress");
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new ServiceException(
                    "ClickHouse: the engine is fetched with npm, and npm was not found. Install npm (Node.js 18 or later),"
                            + " or set CLICKHOUSE_URL to a ClickHouse server",
                    e);
        }
    }

    private static long percent(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.filter(file -> file.endsWith("libchdb.so"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return bytes * 100 / LIBRARY_BYTES;
        }
    }

    private static void verify(Path library) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(library), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(LIBRARY_SHA_256)) {
            throw new IOException("the downloaded " + library.getFileName()
                    + " is not the expected file: check the npm registry that it came from");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
