package com.footstone.audit.bench.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The recording, handed from the benchmark to the processes in which code is measured. */
public final class RecordedEvents {

    private static final String FILE = "bench.recording";

    private RecordedEvents() {}

    /** Writes events to a file, one a line. */
    public static void write(Path file, List<byte[]> events) {
        try {
            Files.writeString(
                    file,
                    events.stream()
                            .map(event -> new String(event, StandardCharsets.UTF_8))
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("The recording cannot be written", e);
        }
    }

    /** The option that tells a process of the file. */
    static String option(Path file) {
        return "-D" + FILE + "=" + file.toAbsolutePath();
    }

    /** So many events in a fixed disorder, some of them more than once if need be, of the file this process was told of. */
    static List<byte[]> read(int count) {
        return read(Path.of(System.getProperty(FILE)), count);
    }

    static List<byte[]> read(Path file, int count) {
        try {
            List<byte[]> events = Files.readAllLines(file).stream()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .collect(Collectors.toList());
            Collections.shuffle(events, new Random(1));
            return IntStream.range(0, count)
                    .mapToObj(i -> events.get(i % events.size()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The recording cannot be read", e);
        }
    }
}
