package com.footstone.audit.bench.contender;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import com.footstone.audit.dev.process.Lifeline;

/** The process of {@link Floor}: a poll loop and an insert, in three threads. Configured by the variables of its run. */
final class FloorProgram {

    private static final int THREADS = 3;
    private static final int BATCH = 10_000;

    private FloorProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Lifeline.endWithParent();
        Map<String, String> environment = System.getenv();
        List<Object[]> template = RowInsert.template(environment, environment.get(Floor.TEMPLATE));
        IntStream.range(0, THREADS)
                .mapToObj(number -> new Thread(() -> move(environment, template), "floor-" + number))
                .forEach(Thread::start);
        new CountDownLatch(1).await();
    }

    private static void move(Map<String, String> environment, List<Object[]> template) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(environment);
                RowInsert insert = new RowInsert(environment, template)) {
            consumer.subscribe(List.of(environment.get("KAFKA_TOPIC")));
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(500));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    insert.add(record.partition(), record.offset());
                }
                if (insert.send(records.isEmpty() ? 1 : BATCH)) {
                    consumer.commitAsync();
                }
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, String> environment) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        environment.get("KAFKA_BOOTSTRAP_SERVERS"),
                        "group.id",
                        environment.get("KAFKA_CONSUMER_GROUP"),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        BATCH,
                        "max.partition.fetch.bytes",
                        16 << 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
