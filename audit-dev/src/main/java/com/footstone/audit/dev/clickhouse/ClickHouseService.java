package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.JavaCommand;
import com.footstone.audit.dev.process.ManagedService;
import com.footstone.audit.dev.process.Secret;
import com.footstone.audit.dev.process.ServicePort;

/** The ClickHouse engine as a service of this machine, with the database and the user {@code audit}. */
public final class ClickHouseService implements ManagedService {

    /** The user; there is no other. */
    public static final String USER = "audit";

    /** The rows of a batch pass through the heap piece by piece; the engine's own memory is outside of it. */
    private static final int HEAP_MEGABYTES = 512;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path data;
    private final ServicePort port;
    private final EngineDownload download;
    private final Secret password;
    private Path library;

    /**
     * Describes the service; nothing is started.
     *
     * @param data its folder
     * @param cache folder for the downloaded engine
     * @throws IOException if the password's file cannot be read or written
     */
    public ClickHouseService(Path data, Path cache, ServicePort port, Consumer<String> progress) throws IOException {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.download = new EngineDownload(cache, progress);
        this.password = Secret.in(data.resolve("audit.password"));
    }

    @Override
    public String name() {
        return "ClickHouse";
    }

    @Override
    public ServicePort port() {
        return port;
    }

    /** JDBC URL of the database {@code audit}. */
    public String url() {
        return "jdbc:clickhouse://127.0.0.1:" + port.number() + "/audit";
    }

    public String password() {
        return password.value();
    }

    @Override
    public void prepare() throws IOException {
        Platform.requireSupported();
        library = download.library();
        ClickHouseProcess.awaitPredecessor(data);
    }

    @Override
    public ChildProcess launch() throws IOException {
        List<String> arguments = List.of(
                library.toString(),
                data.toString(),
                String.valueOf(port.number()),
                USER,
                password.file().toAbsolutePath().toString());
        Map<String, String> environment = new HashMap<>(JavaCommand.environment());
        // As in the server's own images; otherwise times would depend on the developer's machine.
        environment.put("TZ", "UTC");
        return ChildProcess.start(
                JavaCommand.of(ClickHouseProcess.class, HEAP_MEGABYTES, arguments),
                environment,
                data.resolve("clickhouse.log"));
    }

    @Override
    public boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port.number() + "/ping")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void complete() {
        // The process makes its database before it answers.
    }
}
