package com.footstone.audit.checking.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that corpora are made from; {@code injection/README.md} tells their format. */
record CorpusFiles(String part) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "injection");

    /** A clean statement with places for values. */
    record Clean(String databases, String kind, String text) {}

    /** A statement with a place for input. */
    record Place(String databases, String name, String text) {}

    /** What is injected. */
    record Payload(String technique, String databases, String form, String text) {}

    List<Clean> clean() {
        List<Clean> all = new ArrayList<>();
        for (String block : read("clean.txt").split("\n;;\n", -1)) {
            if (block.isBlank()) {
                continue;
            }
            int line = block.indexOf('\n');
            String[] head = block.substring(0, line).split(" ", 2);
            all.add(new Clean(head[0], head[1], block.substring(line + 1)));
        }
        return all;
    }

    List<Place> places() {
        return read("places.txt")
                .lines()
                .map(line -> line.split(" ", 3))
                .map(parts -> new Place(parts[0], parts[1], parts[2]))
                .toList();
    }

    List<Payload> payloads() {
        return read("payloads.txt")
                .lines()
                .map(line -> line.split(" ", 4))
                .map(parts -> new Payload(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : ""))
                .toList();
    }

    private String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(part).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
