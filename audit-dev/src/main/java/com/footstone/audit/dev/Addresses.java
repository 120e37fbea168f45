package com.footstone.audit.dev;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the services are, be they started here or named by the user.
 *
 * @param kafkaBootstrapServers {@code host:port}, several parted by commas
 * @param postgres the product's findings and positions
 * @param shop the shop's own data
 * @param clickHouse the product's events
 */
public record Addresses(String kafkaBootstrapServers, Database postgres, Database shop, Database clickHouse) {

    static final String KAFKA_BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
    static final String POSTGRES = "POSTGRES";
    static final String SHOP_POSTGRES = "SHOP_POSTGRES";
    static final String CLICKHOUSE = "CLICKHOUSE";

    /** The same as environment variables, passwords included, for a child process such as the server. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(KAFKA_BOOTSTRAP_SERVERS, kafkaBootstrapServers);
        put(variables, POSTGRES, postgres);
        put(variables, SHOP_POSTGRES, shop);
        put(variables, CLICKHOUSE, clickHouse);
        return variables;
    }

    private static void put(Map<String, String> variables, String prefix, Database database) {
        variables.put(prefix + "_URL", database.url());
        variables.put(prefix + "_USER", database.user());
        variables.put(prefix + "_PASSWORD", database.password());
    }
}
