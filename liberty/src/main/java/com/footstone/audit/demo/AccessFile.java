package com.footstone.audit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code access.json}: where the demo's pieces are and tokens to use them with. Only its owner can read it. */
final class AccessFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AccessFile() {}

    static void write(Path file, Map<String, String> access) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        // Made with its permissions, not given them afterwards: there is no moment at which others can read it.
        Files.newByteChannel(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                .close();
        Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(access));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
