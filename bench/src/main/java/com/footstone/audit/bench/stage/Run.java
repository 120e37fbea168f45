package com.footstone.audit.bench.stage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What one contender works on and in, and no other.
 *
 * @param name unique in this benchmark; also the consumer group
 * @param topic topic that holds the events
 * @param stores its own databases
 * @param folder for its files
 * @param kafka bootstrap servers
 */
public record Run(String name, String topic, StorePair stores, Path folder, String kafka) {

    /** The same as variables for its process, passwords included. */
    public Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(stores.environment());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        variables.put("KAFKA_TOPIC", topic);
        variables.put("KAFKA_CONSUMER_GROUP", name);
        return variables;
    }
}
