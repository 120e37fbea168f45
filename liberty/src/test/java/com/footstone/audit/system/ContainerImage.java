package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.footstone.audit.server.ServerPorts;

/** The image, built and run by the script that a user has: {@code liberty/image}. */
final class ContainerImage {

    static final List<String> NEEDED = List.of("buildah", "podman", "runc", "mmdebstrap");

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(8);
    private static final List<String> PODMAN = List.of("podman", "--runtime", "runc", "--cgroup-manager", "cgroupfs");

    private static boolean built;

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

    /** The variables that put a container's ports, in the network of this machine, where tests look for them. */
    static Map<String, String> addresses(ServerPorts ports) {
        return Map.of(
                "HTTP_HOST", "127.0.0.1",
                "HTTP_PORT", String.valueOf(ports.api().number()),
                "MANAGEMENT_PORT", String.valueOf(ports.management().number()),
                "ADMIN_PORT", String.valueOf(ports.admin().number()));
    }

    /** Builds it of what the build has packed, once in a run of tests, and its base if that was never made. */
    void buildOnce() {
        synchronized (ContainerImage.class) {
            if (!built) {
                if (ended(List.of("buildah", "inspect", "localhost/sql-audit-base"))
                                .code()
                        != 0) {
                    mustRun(List.of(script(), "base"));
                }
                mustRun(List.of(script(), "build"));
                built = true;
            }
        }
    }

    /**
     * What starts it, on this machine's network so that it reaches services on loopback.
     *
     * @param variables to hand over by name, since a value on the command line could be read by everybody
     */
    List<String> runCommand(String name, Collection<String> variables, String... options) {
        List<String> command = new ArrayList<>(List.of(script(), "run", "--name", name, "--network", "host"));
        variables.forEach(variable -> command.addAll(List.of("--env", variable)));
        command.addAll(List.of(options));
        return command;
    }

    /** Starts it. */
    Program run(String name, Map<String, String> environment, String... options) throws IOException {
        return Program.start(folder, environment, runCommand(name, environment.keySet(), options));
    }

    /** Id, on this machine, of the first process in a container. */
    long pid(String name) {
        return Long.parseLong(podman("inspect", "--format", "{{.State.Pid}}", name));
    }

    /** Sends a signal, such as TERM by which a cluster ends a container. */
    void signal(String name, String signal) {
        podman("kill", "--signal", signal, name);
    }

    void remove(String name) {
        podman("rm", "--force", "--time", "0", "--ignore", name);
    }

    private String podman(String... arguments) {
        return mustRun(Stream.concat(PODMAN.stream(), Stream.of(arguments)).toList())
                .strip();
    }

    private String mustRun(List<String> command) {
        Ended ended = ended(command);
        if (ended.code() != 0) {
            throw new IllegalStateException(command + " ended with " + ended.code() + ":\n" + ended.output());
        }
        return ended.output();
    }

    private Ended ended(List<String> command) {
        try (Program program = Program.start(folder, Map.of(), command)) {
            return new Ended(program.exitCode(BUILD_LIMIT), program.output());
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + command.get(0), e);
        }
    }

    private record Ended(int code, String output) {}

    private static String script() {
        return TestFolders.repository().resolve("liberty").resolve("image").toString();
    }
}
