package com.footstone.audit.faults.oracle;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How often the dead-letter topic holds a letter of each source, and with which reason. */
final class Letters {

    private static final String NAME = "sql-audit-events-dlq";

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    static Letters read(String bootstrapServers) {
        Letters letters = new Letters();
        Topic.readAll(bootstrapServers, NAME, letters::add);
        return letters;
    }

    private void add(ConsumerRecord<byte[], byte[]> letter) {
        String source = header(letter, "audit.source.partition") + ":" + header(letter, "audit.source.offset");
        counts.merge(source, 1, Integer::sum);
        reasons.put(source, header(letter, "audit.reason"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Compares with what was sent. */
    void judge(Topic topic, Findings findings) {
        Map<String, Integer> left = new HashMap<>(counts);
        topic.poison()
                .forEach((partition, records) -> records.forEach((offset, reason) -> {
                    String source = partition + ":" + offset;
                    Integer count = left.remove(source);
                    if (count == null) {
                        findings.add(Trouble.LETTER_MISSING, 1, source);
                        return;
                    }
                    if (count > 1) {
                        findings.add(Trouble.LETTER_TWICE, count - 1L, source);
                    }
                    if (!reason.equals(reasons.get(source))) {
                        findings.add(
                                Trouble.LETTER_WRONG, 1, source + " says " + reasons.get(source) + " for " + reason);
                    }
                }));
        left.forEach((source, count) -> findings.add(Trouble.LETTER_WRONG, count, source + " was an event"));
    }

    long count() {
        return counts.size();
    }
}
