package com.footstone.audit.dev.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import com.footstone.audit.dev.process.FolderLock;
import com.footstone.audit.dev.process.ServiceException;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;

/** PostgreSQL's programs for this platform, unpacked from the class path into a cache folder, once. */
final class Binaries {

    /** It tells at every start which archive it found. */
    private static final Logger CHATTER = Logger.getLogger(DefaultPostgresBinaryResolver.class.getName());

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OWNER_EXECUTES = 0100;

    private final Path cache;

    Binaries(Path cache) {
        this.cache = cache.toAbsolutePath();
    }

    /**
     * The folder that holds {@code bin/postgres}.
     *
     * @throws IOException if the programs cannot be unpacked
     * @throws ServiceException if there are none for this platform
     */
    Path home() throws IOException {
        byte[] archive = archive();
        Path home = cache.resolve("postgresql-" + digest(archive));
        FolderLock lock = FolderLock.hold(cache.resolve("postgresql.lock"), PATIENCE);
        try {
            if (!Files.exists(home)) {
                unpack(archive, home);
            }
        } finally {
            lock.close();
        }
        return home;
    }

    private static byte[] archive() throws IOException {
        CHATTER.setLevel(Level.WARNING);
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new ServiceException(
                    "PostgreSQL: there are no programs for " + system + " on " + machine
                            + ". Set POSTGRES_URL and SHOP_POSTGRES_URL to databases of a server",
                    e);
        }
    }

    /** Unpacks into a folder of its own, which takes its place when it is complete. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        Path draft = home.resolveSibling(home.getFileName() + ".new");
        delete(draft);
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, draft);
            }
        }
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL's programs has an entry outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
