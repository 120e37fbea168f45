package com.footstone.audit.system;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records as producers write them. */
final class Events {

    private Events() {}

    /** An event with what the format asks for, and the name of its application. */
    static ObjectNode of(String application, String sql) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sql", sql)
                .put("sqlType", "UNKNOWN")
                .put("timestamp", Instant.now().toString())
                .put("application", application);
    }

    static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
