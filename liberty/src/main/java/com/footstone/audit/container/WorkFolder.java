package com.footstone.audit.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that the server writes to.
 *
 * @param path where it is
 * @param setting what names it, for whoever configures the container
 * @param megabytes what the server needs of it
 */
record WorkFolder(Path path, String setting, long megabytes) {

    private static final long MEGABYTE = 1 << 20;

    /** Why the server could not work with it; empty if it can. */
    Optional<String> fault() {
        try {
            Files.delete(Files.createTempFile(path, "start", null));
            long left = Files.getFileStore(path).getUsableSpace() / MEGABYTE;
            return left >= megabytes
                    ? Optional.empty()
                    : Optional.of(named() + " has " + left + " MB left of the " + megabytes
                            + " MB that the server needs; give its volume more");
        } catch (IOException e) {
            return Optional.of(named() + " cannot be written (" + e.getClass().getSimpleName()
                    + "); mount a volume there that the user of the container may write to");
        }
    }

    /** It and what names it. */
    String named() {
        return "The folder " + path + " (" + setting + ")";
    }
}
