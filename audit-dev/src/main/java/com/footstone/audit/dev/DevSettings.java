package com.footstone.audit.dev;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import com.footstone.audit.dev.kafka.Relay;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.ServiceException;
import com.footstone.audit.dev.process.ServicePort;

/**
 * How the services are to be started.
 *
 * @param data folder of all data and logs
 * @param cache folder of downloaded and unpacked programs, shared by all data folders
 * @param ports system properties that configure ports; one that is absent, or 0, means a free port
 * @param environment variables that may name services of the user's own
 * @param progress takes lines to show
 * @param kafkaRelays further doors of the broker
 */
public record DevSettings(
        Path data,
        Path cache,
        Map<String, String> ports,
        Map<String, String> environment,
        Consumer<String> progress,
        List<Relay> kafkaRelays) {

    /** Names the data folder; {@code target/dev-data} unless set. */
    public static final String DATA = "dev.data";

    /** Names the cache folder; {@code ~/.cache/sql-audit} unless set. */
    public static final String CACHE = "dev.cache";

    static final String KAFKA_PORT = "dev.kafka.port";
    static final String KAFKA_CONTROLLER_PORT = "dev.kafka.controller.port";
    static final String POSTGRES_PORT = "dev.postgres.port";
    static final String CLICKHOUSE_PORT = "dev.clickhouse.port";

    public DevSettings {
        data = data.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(progress, "progress is null");
        kafkaRelays = List.copyOf(kafkaRelays);
    }

    /** What this process was told by system properties and environment; progress goes to standard output. */
    public static DevSettings ofThisProcess() {
        Map<String, String> ports = new HashMap<>();
        for (String property : new String[] {KAFKA_PORT, KAFKA_CONTROLLER_PORT, POSTGRES_PORT, CLICKHOUSE_PORT}) {
            ports.put(property, System.getProperty(property, "0"));
        }
        return new DevSettings(
                Path.of(System.getProperty(DATA, "target/dev-data")),
                Path.of(System.getProperty(CACHE, System.getProperty("user.home") + "/.cache/sql-audit")),
                ports,
                System.getenv(),
                System.out::println,
                List.of());
    }

    /** The same with another data folder. */
    public DevSettings withData(Path other) {
        return new DevSettings(other, cache, ports, environment, progress, kafkaRelays);
    }

    /** The same with a port configured. */
    public DevSettings withPort(String property, int number) {
        Map<String, String> changed = new HashMap<>(ports);
        changed.put(property, String.valueOf(number));
        return new DevSettings(data, cache, changed, environment, progress, kafkaRelays);
    }

    /** The same in another environment. */
    public DevSettings withEnvironment(Map<String, String> other) {
        return new DevSettings(data, cache, ports, other, progress, kafkaRelays);
    }

    /** The same with lines shown elsewhere. */
    public DevSettings withProgress(Consumer<String> other) {
        return new DevSettings(data, cache, ports, environment, other, kafkaRelays);
    }

    /** The same with further doors of the broker. */
    public DevSettings withKafkaRelays(List<Relay> other) {
        return new DevSettings(data, cache, ports, environment, progress, other);
    }

    ServicePort port(String property, FreePorts free) {
        String configured = ports.getOrDefault(property, "0").strip();
        try {
            int number = Integer.parseInt(configured);
            return number == 0 ? free.next(property) : new ServicePort(number, property);
        } catch (NumberFormatException e) {
            throw new ServiceException(
                    property + "=" + configured + " is not a port: give 1 to 65535, or 0 for a free one", e);
        }
    }
}
