package com.footstone.audit.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A demo whose pipeline does not work says why and does not end with 0. */
class BrokenDemoIT {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration END_LIMIT = Duration.ofMinutes(2);

    private final Path folder = TestFolders.fresh("broken-demo");

    @Test
    void aServerThatDiesIsNoSuccess() throws Exception {
        try (Program demo = demo("-Ddemo.http.port=0", "-Ddemo.duration=PT5M")) {
            demo.awaitFile(folder.resolve("demo/access.json"), START_LIMIT);
            demo.seen().stream()
                    .filter(process -> process.info().commandLine().orElse("").contains("ws-javaagent.jar"))
                    .forEach(ProcessHandle::destroyForcibly);

            assertThat(demo.exitCode(END_LIMIT)).as(demo.output()).isEqualTo(1);
            assertThat(demo.output())
                    .contains("The demo cannot go on: the server ended by itself")
                    .doesNotContain("\tat ");
            demo.awaitGone();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program demo = demo("-Ddemo.http.port=" + occupant.getLocalPort(), "-Ddemo.duration=PT5M")) {
            assertThat(demo.exitCode(END_LIMIT)).as(demo.output()).isEqualTo(1);
            assertThat(demo.output())
                    .contains("port " + occupant.getLocalPort())
                    .contains("in use")
                    .contains("demo.http.port");
        }
    }

    @Test
    void aDurationThatIsNoneIsNamed() throws Exception {
        try (Program demo = demo("-Ddemo.duration=tomorrow")) {
            assertThat(demo.exitCode(END_LIMIT)).isEqualTo(1);
            assertThat(demo.output()).contains("demo.duration=tomorrow is not a duration");
        }
    }

    /** What the demo profile starts, without building first. */
    private Program demo(String... properties) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.add("-Ddemo.server.home=" + TestFolders.serverHome());
        command.add("-Ddemo.folder=" + folder.resolve("demo"));
        command.add("-Ddev.data=" + folder.resolve("data"));
        command.add("-Ddemo.management.port=0");
        command.add("-Ddemo.admin.port=0");
        command.addAll(List.of(properties));
        command.add("com.footstone.audit.demo.Demo");
        return Program.start(folder, Map.of("CLASSPATH", System.getProperty("java.class.path")), command);
    }
}
