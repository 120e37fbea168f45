package com.footstone.audit.dev.kafka;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the product reads and writes. */
final class ProductTopics {

    private static final List<NewTopic> ALL =
            List.of(new NewTopic("sql-audit-events", 3, (short) 1), new NewTopic("sql-audit-events-dlq", 1, (short) 1));
    private static final int LIMIT_SECONDS = 60;

    /** The client prints its whole configuration when it is made, amid our few lines of progress. */
    private static final Logger CHATTER = Logger.getLogger("org.apache.kafka");

    private ProductTopics() {}

    /**
     * Creates those that are not there.
     *
     * @throws IOException if the broker does not answer or refuses
     */
    static void create(String bootstrapServers) throws IOException {
        if (CHATTER.getLevel() == null) {
            CHATTER.setLevel(Level.WARNING);
        }
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            Set<String> missing = new HashSet<>();
            ALL.forEach(topic -> missing.add(topic.name()));
            missing.removeAll(admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS));
            List<NewTopic> toCreate =
                    ALL.stream().filter(topic -> missing.contains(topic.name())).toList();
            admin.createTopics(toCreate).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while creating topics", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the topics cannot be created: " + e.getMessage(), e);
        }
    }
}
