package com.footstone.audit.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

import com.footstone.audit.dev.kafka.KafkaService;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.Supervised;
import com.footstone.audit.intake.kafka.KafkaSecurity;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.TopicReader;

/** A broker for tests that need no server, with topics of their own. */
public final class LetterBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaService service;
    private final Supervised process;

    public LetterBroker(Path folder) {
        FreePorts ports = new FreePorts();
        service = new KafkaService(folder, ports.next("kafka.port"), ports.next("kafka.controllerPort"));
        process = new Supervised(service, System.out::println);
        process.launch();
        process.awaitReady();
    }

    /** Topics of these names; they need not exist. */
    public KafkaTopics topics(String events, String letters) {
        return new KafkaTopics(service.bootstrapServers(), events, letters, KafkaSecurity.NONE);
    }

    public void create(String topic, Map<String, String> settings) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
    }

    void change(String topic, String setting, String value) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        }
    }

    /** All that a topic holds, partition by partition. */
    public static List<ConsumerRecord<byte[], byte[]>> all(KafkaTopics topics, String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(topics, PATIENCE)) {
            List<TopicPartition> partitions = reader.partitions(topic);
            reader.ends(partitions)
                    .forEach((partition, end) -> reader.read(
                            partition,
                            0,
                            end,
                            record -> {
                                records.add(record);
                                return true;
                            },
                            () -> false));
        }
        return records;
    }

    @Override
    public void close() {
        process.close();
    }
}
