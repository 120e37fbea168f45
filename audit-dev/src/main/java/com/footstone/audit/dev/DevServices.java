package com.footstone.audit.dev;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.footstone.audit.dev.clickhouse.ClickHouseService;
import com.footstone.audit.dev.kafka.KafkaService;
import com.footstone.audit.dev.postgres.PostgresService;
import com.footstone.audit.dev.process.FolderLock;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.ServiceException;
import com.footstone.audit.dev.process.Supervised;

/**
 * Kafka, PostgreSQL and ClickHouse for one machine, on loopback, each in a process of its own.
 *
 * <p>Their data stays in the data folder when they stop. They stop when this is closed and when this process ends,
 * however it ends. A service that the environment names is used in place of one started here; see {@link Addresses} for
 * the variables and {@link DevSettings} for the system properties.
 */
public final class DevServices implements AutoCloseable {

    private static final Duration PREDECESSOR = Duration.ofSeconds(2);

    private final Map<Service, Supervised> services = new EnumMap<>(Service.class);
    private final FreePorts ports = new FreePorts();
    private final FolderLock folder;
    private final Thread endHook = new Thread(this::stopAll, "dev-services-end");
    private final Addresses addresses;

    private DevServices(DevSettings settings, FolderLock folder) throws IOException {
        this.folder = folder;
        NamedServices named = new NamedServices(settings.environment());
        String kafka = named.kafka().isPresent() ? named.kafka().get() : kafka(settings);
        Database clickHouse =
                named.clickHouse().isPresent() ? named.clickHouse().get() : clickHouse(settings);
        Database postgres = named.postgres().orElse(null);
        Database shop = named.shop().orElse(null);
        if (postgres == null || shop == null) {
            PostgresService service = postgres(settings);
            postgres = postgres == null ? owned(service, "audit") : postgres;
            shop = shop == null ? owned(service, "shop") : shop;
        }
        addresses = new Addresses(kafka, postgres, shop, clickHouse);
    }

    /**
     * Starts all services and waits until they are ready. The first time, this downloads about 180 MB.
     *
     * @throws ServiceException if one cannot be started; those that were are stopped again
     */
    public static DevServices start(DevSettings settings) {
        DevServices services = describe(settings);
        Runtime.getRuntime().addShutdownHook(services.endHook);
        try {
            services.services.values().forEach(Supervised::launch);
            services.services.values().forEach(Supervised::awaitReady);
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
        return services;
    }

    private static DevServices describe(DevSettings settings) {
        try {
            FolderLock folder = FolderLock.hold(settings.data().resolve("services.lock"), PREDECESSOR);
            try {
                return new DevServices(settings, folder);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServiceException("the development services cannot start: " + e.getMessage(), e);
        }
    }

    private String kafka(DevSettings settings) {
        KafkaService service = new KafkaService(
                settings.data().resolve("kafka"),
                settings.port(DevSettings.KAFKA_PORT, ports),
                settings.port(DevSettings.KAFKA_CONTROLLER_PORT, ports),
                settings.kafkaRelays());
        services.put(Service.KAFKA, new Supervised(service, settings.progress()));
        return service.bootstrapServers();
    }

    private PostgresService postgres(DevSettings settings) throws IOException {
        PostgresService service = new PostgresService(
                settings.data().resolve("postgres"),
                settings.cache(),
                settings.port(DevSettings.POSTGRES_PORT, ports),
                List.of("audit", "shop"));
        services.put(Service.POSTGRES, new Supervised(service, settings.progress()));
        return service;
    }

    private static Database owned(PostgresService service, String name) {
        return new Database(service.url(name), name, service.password(name));
    }

    private Database clickHouse(DevSettings settings) throws IOException {
        ClickHouseService service = new ClickHouseService(
                settings.data().resolve("clickhouse"),
                settings.cache(),
                settings.port(DevSettings.CLICKHOUSE_PORT, ports),
                settings.progress());
        services.put(Service.CLICKHOUSE, new Supervised(service, settings.progress()));
        return new Database(service.url(), ClickHouseService.USER, service.password());
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Whether the service is one that was started here, and can therefore be stopped. */
    public boolean isOwn(Service service) {
        return services.containsKey(service);
    }

    /** Stops a service in good order. Its data stays, and {@link #start(Service)} brings it back on the same port. */
    public void stop(Service service) {
        own(service).stop();
    }

    /** Ends a service at once, as {@code kill -9} does. */
    public void kill(Service service) {
        own(service).kill();
    }

    /**
     * Starts a service that was stopped or killed, and waits until it is ready.
     *
     * @throws ServiceException if it cannot be started
     */
    public void start(Service service) {
        own(service).launch();
        own(service).awaitReady();
    }

    public boolean isUp(Service service) {
        return own(service).isUp();
    }

    /** Process ids of a service, for tests that halt it; empty when it is down. */
    public List<Long> pids(Service service) {
        return own(service).pids();
    }

    private Supervised own(Service service) {
        Supervised own = services.get(service);
        if (own == null) {
            throw new IllegalStateException(service + " was named by the environment and is not ours to start or stop");
        }
        return own;
    }

    /** Stops all services that were started here. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(endHook);
            folder.close();
        } catch (IllegalStateException e) {
            // This process is ending, and the hook does the same.
        } catch (IOException e) {
            throw new ServiceException("the lock of the data folder cannot be given back: " + e.getMessage(), e);
        }
    }

    /** All at once, since each takes its seconds. */
    private void stopAll() {
        services.values().parallelStream().forEach(Supervised::close);
    }

    /**
     * Starts the services, prints where they are, and waits until Ctrl-C.
     *
     * @throws InterruptedException if the wait is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        try (DevServices services = start(DevSettings.ofThisProcess())) {
            Addresses addresses = services.addresses();
            System.out.println("Kafka       " + addresses.kafkaBootstrapServers());
            System.out.println("PostgreSQL  " + addresses.postgres());
            System.out.println("Shop        " + addresses.shop());
            System.out.println("ClickHouse  " + addresses.clickHouse());
            System.out.println("Passwords are in the *.password files of the data folder. Ctrl-C stops.");
            new CountDownLatch(1).await();
        } catch (ServiceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
