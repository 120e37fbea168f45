package com.footstone.audit.faults.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Halts processes for a while. */
final class Signals {

    private Signals() {}

    /** A process of its own both halts and wakes them, so that they wake up even when this one is gone. */
    static Process halt(List<Long> pids, Duration length) {
        String ids = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        String script = "kill -STOP " + ids + "; sleep " + length.toMillis() / 1_000.0 + "; kill -CONT " + ids;
        try {
            return new ProcessBuilder("sh", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("no shell to halt processes with", e);
        }
    }

    /** As {@code kill -9} does, without waiting for the end. */
    static void kill(List<Long> pids) {
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
}
