package com.footstone.audit.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder whose files are settings: the name is the key and the content the value, as a cluster mounts a ConfigMap.
 *
 * @param path where it is
 */
record SettingsFolder(Path path) {

    /** More than any value may have; the rest of a larger file is not read. */
    private static final int LONGEST = 40_001;

    /** More often than that nobody changes a folder in the time that it takes to read it. */
    private static final int READINGS = 10;

    /**
     * The text of each file, by key. What begins with a dot is the cluster's own.
     *
     * @throws IOException if the folder or a file cannot be read
     */
    Map<String, String> texts() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            text(file).ifPresent(text -> texts.put(file.getFileName().toString(), text));
        }
        return texts;
    }

    /**
     * The same, read until two readings in a row agree: so none has a part of one change and a part of another.
     *
     * @throws IOException if the folder or a file cannot be read, or no two readings agree
     */
    Map<String, String> settledTexts() throws IOException {
        Map<String, String> before = texts();
        for (int reading = 1; reading < READINGS; reading++) {
            Map<String, String> now = texts();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new IOException("The folder changes with every reading");
    }

    /** A file that has just been taken away is as if it had never been there; one that cannot be reached is not. */
    private static Optional<String> text(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()
                    ? content(file)
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> content(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Optional.of(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        }
    }
}
