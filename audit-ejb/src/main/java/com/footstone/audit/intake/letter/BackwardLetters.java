package com.footstone.audit.intake.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.query.DeadLetter;

/** The letters of one partition, the last one first. Holds none of their contents. */
final class BackwardLetters {

    private static final int STRETCH = 500;

    /** Where letters are so large that a stretch of them holds more than this, shorter ones are read. */
    private static final long STRETCH_BYTES = 32L * 1024 * 1024;

    private final TopicReader reader;
    private final TopicPartition name;
    private final long first;
    private final long start;
    private final long end;
    private final BooleanSupplier late;

    private final Deque<DeadLetter> loaded = new ArrayDeque<>();
    private long loadedTo;
    private long stretch = STRETCH;
    private boolean starved;

    /**
     * @param first the offset at which the list ends
     * @param start the offset below which it begins
     * @param end the offset after the last one
     * @param late whether nothing more may be read
     */
    BackwardLetters(TopicReader reader, TopicPartition name, long first, long start, long end, BooleanSupplier late) {
        this.reader = reader;
        this.name = name;
        this.first = first;
        this.start = start;
        this.end = end;
        this.late = late;
        this.loadedTo = start;
    }

    int partition() {
        return name.partition();
    }

    /** Up to so many letters that lie next above the start of the list. */
    List<DeadLetter> above(int most) {
        List<DeadLetter> letters = new ArrayList<>();
        reader.read(
                name,
                start,
                Math.min(end, start + most),
                record -> {
                    Letter.of(record).ifPresent(letters::add);
                    return true;
                },
                late);
        return letters;
    }

    /** Reads on where the next letter is not known. */
    void load() {
        while (loaded.isEmpty() && loadedTo > first && !starved) {
            starved = late.getAsBoolean() || !loadStretch();
        }
    }

    /** Whether it is not known what comes next, because there was no time to read it. */
    boolean starved() {
        return starved;
    }

    Optional<DeadLetter> head() {
        return Optional.ofNullable(loaded.peek());
    }

    DeadLetter take() {
        return loaded.remove();
    }

    boolean more() {
        return !loaded.isEmpty() || loadedTo > first;
    }

    /** Whether there is nothing that was passed. */
    boolean untouched() {
        return reached() == start;
    }

    /** The offset below which is what was not taken. */
    long reached() {
        return head().map(letter -> letter.id().offset() + 1).orElse(loadedTo);
    }

    /** Only a stretch that was read to its end is of use, since what was asked for first comes last. */
    private boolean loadStretch() {
        long from = Math.max(first, loadedTo - stretch);
        long[] bytes = {0};
        reader.read(
                name,
                from,
                loadedTo,
                record -> {
                    bytes[0] += Math.max(0, record.serializedValueSize());
                    Letter.of(record).ifPresent(loaded::addFirst);
                    return bytes[0] <= STRETCH_BYTES || stretch == 1;
                },
                late);
        if (late.getAsBoolean()) {
            loaded.clear();
            return false;
        }
        if (bytes[0] > STRETCH_BYTES && stretch > 1) {
            loaded.clear();
            stretch = Math.max(1, stretch / 8);
            return true;
        }
        loadedTo = from;
        return true;
    }
}
