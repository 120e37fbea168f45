package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The image, built and run by the script that a user has: {@code liberty/image}. */
final class ContainerImage {

    static final List<String> NEEDED = List.of("buildah", "podman", "runc", "mmdebstrap");

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(8);
    private static final List<String> PODMAN = List.of("podman", "--runtime", "runc", "--cgroup-manager", "cgroupfs");

    private final Path folder;

    /** @param folder where the output of what is run goes */
    ContainerImage(Path folder) {
        this.folder = folder;
    }

    /** The programs that this machine lacks to build and run it. */
    static List<String> lacking() {
        return NEEDED.stream()
                .filter(program -> Stream.of(System.getenv("PATH").split(":", -1))
                        .noneMatch(path -> Files.isExecutable(Path.of(path, program))))
                .toList();
    }

    /** Builds it anew, and its base if that was never made. */
    void build() throws Exception {
        if (exit(List.of("buildah", "inspect", "localhost/sql-audit-base")) != 0) {
            mustRun(List.of(script(), "base"));
        }
        mustRun(List.of(script(), "build"));
    }

    /** Starts it, on this machine's network so that it reaches services on loopback. */
    Program run(String name, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(script(), "run", "--name", name, "--network", "host"));
        // By name: a value on the command line could be read by everybody.
        environment.keySet().forEach(variable -> command.addAll(List.of("--env", variable)));
        return Program.start(folder, environment, command);
    }

    /** Id, on this machine, of the first process in a container. */
    long pid(String name) throws Exception {
        return Long.parseLong(podman("inspect", "--format", "{{.State.Pid}}", name));
    }

    /** Ends a container as a cluster does, by SIGTERM. */
    void terminate(String name) throws Exception {
        podman("kill", "--signal", "TERM", name);
    }

    void remove(String name) throws Exception {
        podman("rm", "--force", "--ignore", name);
    }

    private String podman(String... arguments) throws Exception {
        return mustRun(Stream.concat(PODMAN.stream(), Stream.of(arguments)).toList())
                .strip();
    }

    private String mustRun(List<String> command) throws Exception {
        try (Program program = Program.start(folder, Map.of(), command)) {
            int code = program.exitCode(BUILD_LIMIT);
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code + ":\n" + program.output());
            }
            return program.output();
        }
    }

    private int exit(List<String> command) throws Exception {
        try (Program program = Program.start(folder, Map.of(), command)) {
            return program.exitCode(BUILD_LIMIT);
        }
    }

    private static String script() {
        return TestFolders.repository().resolve("liberty").resolve("image").toString();
    }
}
