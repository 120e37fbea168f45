package com.footstone.audit.faults.stage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.DevServices;
import com.footstone.audit.dev.DevSettings;
import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.kafka.Relay;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.faults.proxy.Proxy;
import com.footstone.audit.server.AuditApi;
import com.footstone.audit.server.Identity;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

/** Kafka, PostgreSQL, ClickHouse and two instances of the service. */
public final class Stage implements AutoCloseable {

    public static final int INSTANCES = 2;

    /** How long a killed instance keeps its partitions: the least that a broker allows. */
    public static final Duration SESSION = Duration.ofSeconds(6);

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final FreePorts ports = new FreePorts();
    private final Map<Service, Volume> volumes = new EnumMap<>(Service.class);
    private final List<Proxy> proxies = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Thread endHook = new Thread(this::releaseAll, "stage-end");
    private final Identity identity = new Identity(Clock.systemUTC());
    private final Path folder;
    private DevServices services;

    private Stage(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts the stores and describes the instances, which are not started.
     *
     * @param home the packaged server
     * @param folder an empty folder
     * @param ownDisks whether stores get disks that can be made full
     */
    public static Stage open(Path home, Path folder, boolean ownDisks) throws IOException {
        Stage stage = new Stage(folder);
        Runtime.getRuntime().addShutdownHook(stage.endHook);
        try {
            if (ownDisks) {
                stage.mountAll();
            }
            stage.start(home);
            return stage;
        } catch (IOException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** Takes away what a run that was killed has left mounted below a folder. */
    public static void release(Path folder) {
        for (Service store : List.of(Service.CLICKHOUSE, Service.POSTGRES)) {
            Volume.release(volume(folder, store));
        }
    }

    private static Path volume(Path folder, Service store) {
        return folder.resolve("data").resolve(store == Service.CLICKHOUSE ? "clickhouse" : "postgres");
    }

    private void mountAll() {
        for (Service store : List.of(Service.CLICKHOUSE, Service.POSTGRES)) {
            Volume.mount(volume(folder, store)).ifPresent(volume -> volumes.put(store, volume));
        }
    }

    private void start(Path home) throws IOException {
        List<Relay> relays = new ArrayList<>();
        List<Proxy> kafka = new ArrayList<>();
        for (int number = 0; number < INSTANCES; number++) {
            int door = ports.next("dev.kafka.port").number();
            Proxy proxy = keep(new Proxy(Service.KAFKA, door));
            kafka.add(proxy);
            relays.add(new Relay(door, proxy.port()));
        }
        services = DevServices.start(DevSettings.ofThisProcess()
                .withData(folder.resolve("data"))
                // Stores of the user's own are not killed.
                .withEnvironment(Map.of())
                .withProgress(line -> {})
                .withKafkaRelays(relays));
        for (int number = 0; number < INSTANCES; number++) {
            instances.add(instance(number, home, kafka.get(number)));
        }
    }

    private Instance instance(int number, Path home, Proxy kafka) {
        Addresses addresses = services.addresses();
        Map<Service, Proxy> own = new EnumMap<>(Service.class);
        own.put(Service.KAFKA, kafka);
        own.put(
                Service.POSTGRES,
                keep(new Proxy(Service.POSTGRES, port(addresses.postgres().url()))));
        own.put(
                Service.CLICKHOUSE,
                keep(new Proxy(Service.CLICKHOUSE, port(addresses.clickHouse().url()))));

        Map<String, String> environment = new HashMap<>(addresses.environment());
        environment.putAll(identity.environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.port());
        environment.put("POSTGRES_URL", through(addresses.postgres().url(), own.get(Service.POSTGRES)));
        environment.put("CLICKHOUSE_URL", through(addresses.clickHouse().url(), own.get(Service.CLICKHOUSE)));
        environment.put("KAFKA_CONSUMER_SESSIONTIMEOUT", String.valueOf(SESSION.toMillis()));
        environment.put("KEYSTORE_PASSWORD", UUID.randomUUID().toString());
        // What was found must not depend on how busy the machine is.
        environment.put("AUDIT_ANALYSIS_PARSE_BUDGET", "PT30S");
        // Small inserts would take the processors that a start needs: fewer, and each goes through every moment all the
        // same.
        environment.put("KAFKA_CONSUMER_BATCHWAIT", "500");
        // A start is most of what a kill costs, and half of a start is the compiler's.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        String name = String.valueOf((char) ('A' + number));
        return new Instance(
                name, own, new LibertyServer(home, folder.resolve("server-" + name), ServerPorts.free(), environment));
    }

    private static int port(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    }

    private static String through(String jdbcUrl, Proxy proxy) {
        return jdbcUrl.replace(":" + port(jdbcUrl) + "/", ":" + proxy.port() + "/");
    }

    private Proxy keep(Proxy proxy) {
        proxies.add(proxy);
        return proxy;
    }

    public DevServices services() {
        return services;
    }

    public Addresses addresses() {
        return services.addresses();
    }

    public List<Instance> instances() {
        return instances;
    }

    /** A client of the first instance, with the right to read. */
    public AuditApi api() {
        return new AuditApi(
                instances.get(0).server().ports().apiUrl(), identity.token("faults", "audit-viewer", TOKEN_LIFE));
    }

    /** Whether the disk of a store can be made full here. */
    public boolean canFill(Service store) {
        return volumes.containsKey(store);
    }

    public void fill(Service store) {
        volumes.get(store).fill();
    }

    public void clear(Service store) {
        volumes.get(store).clear();
    }

    /** Sends SIGKILL to a store and returns at once. */
    public void strike(Service store) {
        Signals.kill(services.pids(store));
    }

    public Process halt(Service store, Duration length) {
        return Signals.halt(services.pids(store), length);
    }

    @Override
    public void close() {
        releaseAll();
        try {
            Runtime.getRuntime().removeShutdownHook(endHook);
        } catch (IllegalStateException e) {
            // This process is ending, and the hook does the same.
        }
    }

    private synchronized void releaseAll() {
        instances.parallelStream().forEach(Instance::close);
        proxies.forEach(Stage::closeQuietly);
        if (services != null) {
            services.close();
        }
        volumes.values().forEach(Volume::close);
        volumes.clear();
    }

    private static void closeQuietly(Proxy proxy) {
        try {
            proxy.close();
        } catch (IOException e) {
            System.err.println("Left open: " + e.getMessage());
        }
    }
}
