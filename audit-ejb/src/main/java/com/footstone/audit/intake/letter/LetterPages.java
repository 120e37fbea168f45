package com.footstone.audit.intake.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.query.DeadLetter;
import com.footstone.audit.query.DeadLetterFilter;
import com.footstone.audit.query.DeadLetterPage;
import com.footstone.audit.query.DeadLetterPosition;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreUnavailableException;

/**
 * Lists the letters of a topic, newest first, out of all of its partitions. Kafka reads forwards only, so each partition is
 * read in stretches from its end.
 */
final class LetterPages {

    /** Letters that a page looks through at most; with a filter that few of them meet, it ends there. */
    private static final int MOST_LOOKED_AT = 5_000;

    /** How far back a page looks for letters that pages before it showed, lest copies be shown again. */
    private static final int COPIES_WITHIN = 1_000;

    private final TopicReader reader;
    private final BooleanSupplier late;

    /**
     * @param late whether the page must be answered with what there is
     */
    LetterPages(TopicReader reader, BooleanSupplier late) {
        this.reader = reader;
        this.late = late;
    }

    DeadLetterPage newest(String topic, DeadLetterFilter filter, Optional<DeadLetterPosition> before, int size) {
        List<BackwardLetters> partitions = partitions(topic, filter, before);
        Set<String> shown = before.isEmpty() ? new HashSet<>() : shown(partitions, filter);
        List<DeadLetter> page = new ArrayList<>();
        boolean more = true;
        for (int seen = 0; more && page.size() < size && seen < MOST_LOOKED_AT; seen++) {
            Optional<BackwardLetters> newest = newest(partitions);
            newest.map(BackwardLetters::take)
                    .filter(filter::matches)
                    .filter(letter -> shown.add(letter.key()))
                    .ifPresent(page::add);
            more = newest.isPresent();
        }
        boolean rest = partitions.stream().anyMatch(BackwardLetters::more);
        return new DeadLetterPage(page, rest ? Optional.of(position(partitions)) : Optional.empty());
    }

    private List<BackwardLetters> partitions(
            String topic, DeadLetterFilter filter, Optional<DeadLetterPosition> before) {
        List<TopicPartition> names = reader.partitions(topic);
        if (names.isEmpty()) {
            throw new StoreUnavailableException(Store.KAFKA, "does not have the topic " + topic);
        }
        Map<TopicPartition, Long> ends = reader.ends(names);
        Map<TopicPartition, Long> from = filter.range()
                .from()
                .map(time -> reader.firstSince(names, time))
                .orElseGet(() -> reader.begins(names));
        return names.stream()
                .map(name -> {
                    long end = ends.get(name);
                    long start = before.map(position -> position.before().getOrDefault(name.partition(), end))
                            .orElse(end);
                    return new BackwardLetters(
                            reader, name, from.getOrDefault(name, end), Math.min(start, end), end, late);
                })
                .toList();
    }

    private static Set<String> shown(List<BackwardLetters> partitions, DeadLetterFilter filter) {
        Set<String> shown = new HashSet<>();
        partitions.stream()
                .flatMap(partition -> partition.above(COPIES_WITHIN).stream())
                .filter(filter::matches)
                .forEach(letter -> shown.add(letter.key()));
        return shown;
    }

    /** The partition that has the newest of the letters that were not looked at; nothing if there is none, or no time. */
    private static Optional<BackwardLetters> newest(List<BackwardLetters> partitions) {
        partitions.forEach(BackwardLetters::load);
        if (partitions.stream().anyMatch(BackwardLetters::starved)) {
            return Optional.empty();
        }
        return partitions.stream()
                .filter(partition -> partition.head().isPresent())
                .max(Comparator.comparing(
                        partition -> partition.head().orElseThrow().refusedAt()));
    }

    private static DeadLetterPosition position(List<BackwardLetters> partitions) {
        if (partitions.stream().anyMatch(BackwardLetters::starved)
                && partitions.stream().allMatch(BackwardLetters::untouched)) {
            throw new StoreUnavailableException(Store.KAFKA, "did not send letters in time");
        }
        Map<Integer, Long> reached = new HashMap<>();
        partitions.forEach(partition -> reached.put(partition.partition(), partition.reached()));
        return new DeadLetterPosition(reached);
    }
}
