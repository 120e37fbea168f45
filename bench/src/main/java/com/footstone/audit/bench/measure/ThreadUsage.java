package com.footstone.audit.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a Java process has used so far for its own ends.
 *
 * @param compiler time on processors of the threads that compile
 * @param collector the same of those that collect garbage
 */
public record ThreadUsage(Duration compiler, Duration collector) {

    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler");
    private static final List<String> COLLECTORS = List.of("GC Thread", "G1 ", "VM Thread");

    /** The sum over processes and threads that are alive. */
    public static ThreadUsage of(List<Long> pids) {
        long compiler = 0;
        long collector = 0;
        for (long pid : pids) {
            for (Path thread : threads(pid)) {
                compiler += ticks(thread, COMPILERS);
                collector += ticks(thread, COLLECTORS);
            }
        }
        return new ThreadUsage(Ticks.duration(compiler), Ticks.duration(collector));
    }

    private static List<Path> threads(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return threads.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long ticks(Path thread, List<String> names) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            return names.stream().anyMatch(name::startsWith)
                    ? Ticks.sum(thread.resolve("stat"), Ticks.USER_TIME, Ticks.SYSTEM_TIME)
                    : 0;
        } catch (IOException e) {
            // It has ended, or does so while it is looked at.
            return 0;
        }
    }
}
