package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the tests find the server and leave what they write. */
final class TestFolders {

    private static final String HANDED_OVER = "handed-over";

    private TestFolders() {}

    /** The packaged server, {@code server.home}. */
    static Path serverHome() {
        return Path.of(required("server.home"));
    }

    /** The folder of all modules, {@code repository}. */
    static Path repository() {
        return Path.of(required("repository"));
    }

    /** An empty folder below {@code test.folder}; what an earlier run left there is deleted. */
    static Path fresh(String name) {
        Path folder = Path.of(required("test.folder")).resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be emptied", e);
        }
    }

    /** What a configuration may name; a server finds it under the same path, in whatever form it runs. */
    static Path handedOver() {
        try {
            return Files.createDirectories(Path.of(required("test.folder")).resolve(HANDED_OVER));
        } catch (IOException e) {
            throw new UncheckedIOException("There is nowhere to put files for servers", e);
        }
    }

    /** An empty folder in there. */
    static Path freshHandedOver(String name) {
        return fresh(HANDED_OVER + "/" + name);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("-D" + property + " is not set; the build sets it for failsafe");
        }
        return value;
    }
}
