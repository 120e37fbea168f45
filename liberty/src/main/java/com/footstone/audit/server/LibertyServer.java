package com.footstone.audit.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.Lifeline;
import com.footstone.audit.dev.process.ManagedService;
import com.footstone.audit.dev.process.ServicePort;

/** The packaged server as a service of this machine. Several can run from one installation, each in its own folder. */
public final class LibertyServer implements ManagedService {

    private static final String SERVER = "sql-audit-service";
    private static final int HEAP_MEGABYTES = 768;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path home;
    private final Path output;
    private final ServerPorts ports;
    private final Map<String, String> environment;
    private final List<String> javaOptions;

    /**
     * Describes the server; nothing is started.
     *
     * @param home the Open Liberty installation that holds the server
     * @param output folder for logs and work files
     * @param environment the server's configuration, secrets included
     */
    public LibertyServer(Path home, Path output, ServerPorts ports, Map<String, String> environment) {
        this(home, output, ports, environment, List.of());
    }

    /**
     * The same with options of its own for the server's Java.
     *
     * @param javaOptions such as {@code -Xmx512m}; they overrule those that every server here gets
     */
    public LibertyServer(
            Path home, Path output, ServerPorts ports, Map<String, String> environment, List<String> javaOptions) {
        this.home = home.toAbsolutePath();
        this.output = output.toAbsolutePath();
        this.ports = ports;
        this.environment = Map.copyOf(environment);
        this.javaOptions = List.copyOf(javaOptions);
    }

    @Override
    public String name() {
        return "SQL Audit";
    }

    @Override
    public ServicePort port() {
        return ports.api();
    }

    public ServerPorts ports() {
        return ports;
    }

    /** The server's log, one JSON object a line. */
    public Path log() {
        return output.resolve("console.log");
    }

    /** Ten to twenty seconds on a quiet machine; a build server may be anything but. */
    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void prepare() {
        ports.requireFree(name());
    }

    @Override
    public ChildProcess launch() throws IOException {
        return ChildProcess.start(command(), variables(), log());
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"));
        // What the server asks of every Java since 9, one option a line.
        Files.readAllLines(home.resolve("lib/platform/java/java9.options")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(command::add);
        command.add("-Xmx" + HEAP_MEGABYTES + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        // With an agent, Java says in a line that is not JSON that it shares fewer classes.
        command.add("-XX:-PrintWarnings");
        command.add("-Djava.awt.headless=true");
        command.addAll(javaOptions);
        command.add(LibertyMain.class.getName());
        command.add(SERVER);
        return command;
    }

    private Map<String, String> variables() throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CLASSPATH", classPath());
        if (!environment.containsKey(EvidenceKey.VARIABLE)) {
            variables.put(EvidenceKey.VARIABLE, EvidenceKey.in(output).privatePem());
        }
        variables.put("WLP_OUTPUT_DIR", output.toString());
        variables.put("LOG_DIR", output.resolve("logs").toString());
        // The log's service_name, which would be the container's elsewhere.
        variables.put("CONTAINER_NAME", SERVER);
        variables.put("HTTP_HOST", "127.0.0.1");
        variables.put("HTTP_PORT", String.valueOf(ports.api().number()));
        variables.put("MANAGEMENT_PORT", String.valueOf(ports.management().number()));
        variables.put("ADMIN_PORT", String.valueOf(ports.admin().number()));
        return variables;
    }

    /** The launcher and the two classes that wrap it; what the server loads of the application is not here. */
    private String classPath() {
        Path launcher = home.resolve("bin").resolve("tools").resolve("ws-server.jar");
        return Stream.concat(
                        Stream.of(launcher),
                        Stream.of(LibertyMain.class, Lifeline.class)
                                .map(LibertyServer::origin)
                                .distinct())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds what is not a path", e);
        }
    }

    /** Whether the application has started; it may still wait for a store. */
    @Override
    public boolean answers() {
        return status("/started") == HttpURLConnection.HTTP_OK;
    }

    /** Records that are not stored yet, over all partitions; empty until the server knows. */
    public OptionalLong lag() {
        try (InputStream in =
                URI.create(ports.metricsUrl() + "?scope=application").toURL().openStream()) {
            List<String> lags = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("kafka_consumer_lag{"))
                    .toList();
            return lags.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(lags.stream()
                            .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .sum());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** HTTP status of a probe, such as {@code /ready}; 0 if nothing answers. */
    public int status(String probe) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(ports.healthUrl() + probe).toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void complete() {
        // The application brings its stores up to date by itself.
    }
}
