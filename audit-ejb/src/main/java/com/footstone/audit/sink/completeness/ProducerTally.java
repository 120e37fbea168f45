package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.SqlEvent;

/**
 * What a batch says of one producer. A sequence is one producer's, whatever tenants and applications its events belong
 * to: a server with several tenants numbers the events of all together.
 */
final class ProducerTally {

    /** Names of tenants and of applications that are kept of a producer; the last stands for more. */
    static final int MOST_NAMES = 65;

    private final String producerId;
    private final TreeSet<String> tenants = new TreeSet<>();
    private final TreeSet<String> applications = new TreeSet<>();
    private List<Numbered> numbers = new ArrayList<>();
    private long repeated;
    private String instance = "";
    private String host = "";
    private long dropped;
    private Instant firstSeen = Instant.MAX;
    private Instant lastSeen = Instant.MIN;

    private ProducerTally(String producerId) {
        this.producerId = producerId;
    }

    /** Those of a batch that number their events, by their ids; the others cannot be followed. */
    static Collection<ProducerTally> of(List<AuditedEvent> events) {
        Map<String, ProducerTally> tallies = new HashMap<>();
        for (AuditedEvent audited : events) {
            SqlEvent event = audited.analysed().event();
            if (isTracked(event)) {
                tallies.computeIfAbsent(event.producerId(), ProducerTally::new).add(event);
            }
        }
        tallies.values().forEach(ProducerTally::putInOrder);
        return tallies.values().stream()
                .sorted(Comparator.comparing(ProducerTally::producerId))
                .toList();
    }

    static boolean isTracked(SqlEvent event) {
        return event.producerId() != null && !event.producerId().isEmpty() && Numbered.isNumber(event.producerSeq());
    }

    private void add(SqlEvent event) {
        numbers.add(new Numbered(event.producerSeq(), event.timestamp()));
        addName(tenants, event.tenantId());
        addName(applications, event.application());
        instance = Objects.requireNonNullElse(event.instance(), instance);
        host = Objects.requireNonNullElse(event.host(), host);
        dropped = Math.max(dropped, event.producerDropped());
        firstSeen = event.timestamp().isBefore(firstSeen) ? event.timestamp() : firstSeen;
        lastSeen = event.timestamp().isAfter(lastSeen) ? event.timestamp() : lastSeen;
    }

    private static void addName(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(Objects.requireNonNullElse(name, ""));
        }
    }

    String producerId() {
        return producerId;
    }

    Collection<String> tenants() {
        return tenants;
    }

    Collection<String> applications() {
        return applications;
    }

    String instance() {
        return instance;
    }

    String host() {
        return host;
    }

    long dropped() {
        return dropped;
    }

    Instant firstSeen() {
        return firstSeen;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    long top() {
        return numbers.get(numbers.size() - 1).number();
    }

    /** The numbers in order, each once. */
    List<Numbered> numbers() {
        return numbers;
    }

    /** How many of the numbers are lower than that. */
    int below(long number) {
        int count = 0;
        while (count < numbers.size() && numbers.get(count).number() < number) {
            count++;
        }
        return count;
    }

    /** How many events had the number of another one of the batch. */
    long repeated() {
        return repeated;
    }

    private void putInOrder() {
        numbers.sort(Comparator.comparingLong(Numbered::number));
        List<Numbered> once = new ArrayList<>(numbers.size());
        for (Numbered one : numbers) {
            if (once.isEmpty() || once.get(once.size() - 1).number() != one.number()) {
                once.add(one);
            }
        }
        repeated = (long) numbers.size() - once.size();
        numbers = once;
    }
}
