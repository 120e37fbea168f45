package com.footstone.audit.inserver.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's log from a moment on. */
public final class ServerLog {

    private final Path file;
    private final long start;

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** What is written from now on. */
    public static ServerLog fromHere() throws IOException {
        Path file = InServerStage.server().resolve("logs").resolve("messages.log");
        return new ServerLog(file, Files.size(file));
    }

    /** Lines that hold a text. */
    public List<String> linesWith(String text) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return new String(all, (int) start, all.length - (int) start, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }
}
