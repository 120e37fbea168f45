package com.footstone.audit.bench.stage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The broker.
 *
 * @param bootstrapServers where it is
 */
public record Kafka(String bootstrapServers) {

    public static final int PARTITIONS = 3;

    private static final int LIMIT_SECONDS = 60;
    private static final int ASK_EVERY_MILLIS = 50;

    /**
     * Makes a topic for events, and returns when each partition has a leader that answers. A producer that is earlier may
     * have its first batch refused and its second one taken, after which the broker refuses the first for ever.
     */
    public void create(String topic) {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            awaitLeaders(admin, ends);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making the topic " + topic, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The topic " + topic + " cannot be made", e);
        }
    }

    /** The client asks again where a leader is not ready, but not where the broker has not heard of the topic yet. */
    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            try {
                admin.listOffsets(ends).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
            }
        }
    }

    /** A producer that compresses as the product's own does. */
    public KafkaProducer<byte[], byte[]> producer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        lingerMillis,
                        "batch.size",
                        65_536,
                        "compression.type",
                        "gzip",
                        "compression.gzip.level",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
