package com.footstone.audit.dev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password in a file that only its owner can read. It is made up the first time it is asked for. */
public record Secret(Path file, String value) {

    private static final int BYTES = 24;

    /**
     * Reads the password, or makes one.
     *
     * @throws IOException if the file cannot be read or written
     */
    public static Secret in(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file.toAbsolutePath());
        }
        return new Secret(file, Files.readString(file).strip());
    }

    /** The file appears whole or not at all, whenever the process dies. */
    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "Secret[" + file + "]";
    }
}
