package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

/** The server as the build leaves it: a process of this machine. */
final class UnpackedServer extends ServerUnderTest {

    private final LibertyServer server;

    UnpackedServer(String name, ServerPorts ports, Map<String, String> environment) {
        super(name, ports);
        server = new LibertyServer(TestFolders.serverHome(), TestFolders.fresh(name), ports, environment);
    }

    @Override
    ChildProcess start() throws IOException {
        return server.launch();
    }

    @Override
    void stop(ChildProcess process) {
        process.stop();
    }

    @Override
    void kill(ChildProcess process) {
        process.kill();
    }

    @Override
    Path log() {
        return server.log();
    }
}
