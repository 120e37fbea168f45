package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.server.EvidenceKey;
import com.footstone.audit.server.ServerPorts;

/**
 * The server as the image, run as {@code liberty/image run} does: without root and capabilities, with nothing to write to
 * but its volumes, in limited memory. It is configured by its environment alone; files that this names are mounted.
 */
final class ContainerServer extends ServerUnderTest {

    /** Less than a cluster gives a pod of the chart after SIGTERM. */
    private static final Duration END_LIMIT = Duration.ofSeconds(35);

    private final String container;
    private final Path folder;
    private final ContainerImage image;
    private final Map<String, String> environment;

    ContainerServer(String name, ServerPorts ports, Map<String, String> environment) {
        super(name, ports);
        container = "sql-audit-" + name + "-" + ports.api().number();
        folder = TestFolders.fresh(name);
        image = new ContainerImage(folder);
        this.environment = new HashMap<>(environment);
        this.environment.putAll(ContainerImage.addresses(ports));
        // A container does not end with whoever has started it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> image.remove(container), "container-end"));
    }

    @Override
    ChildProcess start() throws IOException {
        image.buildOnce();
        image.remove(container);
        environment.putIfAbsent(EvidenceKey.VARIABLE, EvidenceKey.in(folder).privatePem());
        Path files = TestFolders.handedOver();
        List<String> command = new ArrayList<>(
                image.runCommand(container, environment.keySet(), "--volume", files + ":" + files + ":ro"));
        return ChildProcess.start(command, environment, log());
    }

    @Override
    void stop(ChildProcess process) {
        // Podman hands the signal on.
        process.pids().stream().findFirst().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        process.endsWell(END_LIMIT);
        image.remove(container);
    }

    @Override
    void kill(ChildProcess process) {
        image.remove(container);
        process.kill();
    }

    @Override
    Path log() {
        return folder.resolve("console.log");
    }

    @Override
    List<Long> pids() {
        List<Long> pids = new ArrayList<>(super.pids());
        if (!pids.isEmpty()) {
            pids.add(image.pid(container));
        }
        return pids;
    }
}
