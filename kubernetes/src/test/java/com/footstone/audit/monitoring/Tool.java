package com.footstone.audit.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** A command of Prometheus or Alertmanager, of this machine. */
record Tool(String command, String debianPackage) {

    static final Tool PROMTOOL = new Tool("promtool", "prometheus");
    static final Tool AMTOOL = new Tool("amtool", "prometheus-alertmanager");

    private static final long LIMIT_SECONDS = 60;

    /** How it ended and what it said. */
    record Result(int exitCode, String output) {}

    /** Runs it in a folder. Where it is not installed, the test that asks is skipped. */
    Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                installed(),
                () -> command + " is not installed: apt-get install " + debianPackage + ", and test again");
        Path output = Files.createTempFile(folder, "output-", ".txt");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(command), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end");
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private boolean installed() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
