package com.footstone.audit.dev;

import java.util.Map;
import java.util.Optional;

import com.footstone.audit.dev.process.ServiceException;

/** The services that the user named in the environment, which are then not started here. */
record NamedServices(Map<String, String> environment) {

    Optional<String> kafka() {
        return value(Addresses.KAFKA_BOOTSTRAP_SERVERS);
    }

    Optional<Database> postgres() {
        return database(Addresses.POSTGRES, "jdbc:postgresql:");
    }

    Optional<Database> shop() {
        return database(Addresses.SHOP_POSTGRES, "jdbc:postgresql:");
    }

    Optional<Database> clickHouse() {
        return database(Addresses.CLICKHOUSE, "jdbc:clickhouse:");
    }

    private Optional<Database> database(String prefix, String scheme) {
        return value(prefix + "_URL").map(url -> {
            if (!url.startsWith(scheme)) {
                throw new ServiceException(prefix + "_URL is not a JDBC URL that begins with " + scheme);
            }
            return new Database(
                    url,
                    value(prefix + "_USER").orElse(""),
                    value(prefix + "_PASSWORD").orElse(""));
        });
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
