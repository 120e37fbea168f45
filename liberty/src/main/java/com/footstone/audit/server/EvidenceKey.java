package com.footstone.audit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import com.footstone.audit.model.evidence.SigningKey;

/**
 * The key that a local server signs its evidence with, in a file that only its owner can read. It is made the first time
 * it is asked for; what verifies its signatures is beside it.
 */
public record EvidenceKey(Path file, String privatePem) {

    /** Hands the key to a server. */
    public static final String VARIABLE = "AUDIT_EVIDENCE_KEY";

    private static final String NAME = "evidence.key.pem";
    private static final String PUBLIC_NAME = "evidence.public.pem";

    /**
     * Reads the key of a folder, or makes one.
     *
     * @throws IOException if the files cannot be read or written
     */
    public static EvidenceKey in(Path folder) throws IOException {
        Path file = folder.toAbsolutePath().resolve(NAME);
        if (!Files.exists(file)) {
            create(file);
        }
        return new EvidenceKey(file, Files.readString(file));
    }

    /** The file with the public half, in a folder that has a key. */
    public static Path publicFile(Path folder) {
        return folder.toAbsolutePath().resolve(PUBLIC_NAME);
    }

    private static void create(Path file) throws IOException {
        SigningKey key = SigningKey.generate();
        Files.createDirectories(file.getParent());
        Files.writeString(publicFile(file.getParent()), key.publicPem());
        Path draft = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, key.privatePem(), StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "EvidenceKey[" + file + "]";
    }
}
