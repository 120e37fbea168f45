package com.footstone.audit.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import org.apache.kafka.clients.producer.ProducerRecord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One recorded statement on a table that was split in many: as many fingerprints as there are parts. */
public final class ShardedStream implements EventStream {

    private final ObjectNode event;
    private final String sql;
    private final String table;
    private final int shards;
    private final Stamp stamp;

    /**
     * @param event a recorded event
     * @param table the table in its statement
     * @param shards into how many it was split
     * @param start time of the first event
     */
    public ShardedStream(ObjectNode event, String table, int shards, Instant start) {
        this.event = event;
        this.sql = event.path("sql").asText();
        this.table = table;
        this.shards = shards;
        this.stamp = new Stamp(start);
    }

    @Override
    public String describe() {
        return String.format("%,d distinct statements, one after the other", shards);
    }

    @Override
    public ProducerRecord<byte[], byte[]> event(String topic, long number) {
        String sharded = sql.replace(table, table + "_" + number % shards);
        event.put("sql", sharded);
        event.put("sqlId", md5(sharded));
        return stamp.record(topic, event, number);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
