package com.footstone.audit.dev.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * What {@link ShopMain} is told. {@code SHOP_POSTGRES_*} come from the environment, {@code shop.*} from system properties.
 * The capture reads its own settings from both, of which {@code AUDIT_KAFKA_BOOTSTRAP_SERVERS} has to be there.
 *
 * @param url {@code SHOP_POSTGRES_URL}: JDBC URL of the shop's database. With {@code jdbc:audit:postgresql://…} the
 *     capture is the driver's, else the shop wraps its data source.
 * @param user {@code SHOP_POSTGRES_USER}
 * @param password {@code SHOP_POSTGRES_PASSWORD}; may be empty
 * @param seed {@code shop.seed}, 1 by default
 * @param plan {@code shop.operations} (no limit by default), {@code shop.rate} (transactions per second, 20 by default),
 *     {@code shop.accidents.rounds} (no limit by default, 1 if {@code shop.operations} is given),
 *     {@code shop.accidents.every} (ISO-8601, {@code PT1M} by default), {@code shop.duration} (ISO-8601, endless by
 *     default)
 * @param ledger {@code shop.ledger}: the file that the ledger is written to at the end
 */
record ShopSettings(String url, String user, String password, long seed, ShopPlan plan, Optional<Path> ledger) {

    private static final String CAPTURING_SCHEME = "jdbc:audit:";

    ShopSettings {
        Objects.requireNonNull(url, "url is null");
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(password, "password is null");
        Objects.requireNonNull(plan, "plan is null");
        Objects.requireNonNull(ledger, "ledger is null");
    }

    /** @throws IllegalArgumentException if one is missing or unreadable; the message names it */
    static ShopSettings from(Map<String, String> environment, Properties properties) {
        return new ShopSettings(
                required(environment, "SHOP_POSTGRES_URL"),
                required(environment, "SHOP_POSTGRES_USER"),
                environment.getOrDefault("SHOP_POSTGRES_PASSWORD", ""),
                read(properties, "shop.seed", "a whole number", Long::valueOf).orElse(1L),
                plan(properties),
                Optional.ofNullable(properties.getProperty("shop.ledger")).map(Path::of));
    }

    /** Whether the driver that the URL names captures by itself. */
    boolean driverCaptures() {
        return url.startsWith(CAPTURING_SCHEME);
    }

    /** The URL of the same database without capture. */
    String uncapturedUrl() {
        return driverCaptures() ? "jdbc:" + url.substring(CAPTURING_SCHEME.length()) : url;
    }

    private static ShopPlan plan(Properties properties) {
        Optional<Long> operations = read(properties, "shop.operations", "a whole number", Long::valueOf);
        long rounds = operations.isPresent() ? 1 : ShopPlan.UNLIMITED;
        return new ShopPlan(
                operations.orElse(ShopPlan.UNLIMITED),
                read(properties, "shop.rate", "a number", Double::valueOf).orElse(20.0),
                read(properties, "shop.accidents.rounds", "a whole number", Long::valueOf)
                        .orElse(rounds),
                read(properties, "shop.accidents.every", "a duration such as PT1M", Duration::parse)
                        .orElse(Duration.ofMinutes(1)),
                read(properties, "shop.duration", "a duration such as PT2M", Duration::parse)
                        .orElse(ShopPlan.ENDLESS));
    }

    private static String required(Map<String, String> environment, String key) {
        String text = environment.get(key);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(key + " is not set: set it in the environment of the shop");
        }
        return text;
    }

    private static <T> Optional<T> read(
            Properties properties, String key, String expected, Function<String, T> parser) {
        String text = properties.getProperty(key);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(key + " cannot be read: it must be " + expected, e);
        }
    }

    /** Leaves out the address, which may hold a password, and the password. */
    @Override
    public String toString() {
        return "ShopSettings[seed " + seed + ", " + plan + "]";
    }
}
