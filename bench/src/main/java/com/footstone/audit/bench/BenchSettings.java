package com.footstone.audit.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * What is to be measured, and how much. Every count has a default that makes the whole take less than an hour on two
 * cores, and a quick one that makes it a matter of minutes and its figures worthless.
 *
 * @param folder where data, logs and the report go
 * @param serverHome the Open Liberty installation that holds the product
 * @param naiveFolder where the naive service was built
 * @param sections what is measured
 * @param rounds how often each contender is measured, the contenders taking turns
 * @param warmUp events that each contender stores before a measurement begins
 * @param events events that a measurement of the product and of the floor is made of
 * @param naiveEvents events that a measurement of the naive service is made of, and half as many before it
 * @param backlog events that the product drains with a heap of 512 MB
 * @param rowsFew rows stored before a measurement with few
 * @param rowsMany rows stored before a measurement with many
 * @param contenders names of those who take part in the contest
 * @param profile whether the product's runs leave a flight recording in their folders
 * @param quick whether the figures are worthless
 */
public record BenchSettings(
        Path folder,
        Path serverHome,
        Path naiveFolder,
        Set<Section> sections,
        int rounds,
        long warmUp,
        long events,
        long naiveEvents,
        long backlog,
        long rowsFew,
        long rowsMany,
        Set<String> contenders,
        boolean profile,
        boolean quick) {

    /** The naive service takes that many times as long. */
    private static final int NAIVE_SHARE = 40;

    private static final int FEW_OF_MANY = 100;

    /** The parts of the benchmark. */
    public enum Section {
        CONTEST,
        LATENCY,
        FINGERPRINTS,
        BACKLOG,
        ROWS,
        CAPTURE,
        JMH,
        RULES;

        /** As {@code bench.only} spells it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BenchSettings {
        sections = Set.copyOf(sections);
        contenders = Set.copyOf(contenders);
        requirePositive(rounds, "bench.rounds");
        requirePositive(events, "bench.events");
        requirePositive(backlog, "bench.backlog");
        requirePositive(rowsMany, "bench.rows");
    }

    /**
     * What the system properties {@code bench.*} say.
     *
     * @throws IllegalArgumentException if one cannot be used; the message names it
     */
    public static BenchSettings from(Properties properties) {
        boolean quick = flag(properties, "bench.quick");
        long events = number(properties, "bench.events", quick ? 20_000 : 2_000_000);
        long rows = number(properties, "bench.rows", quick ? 500_000 : 100_000_000);
        return new BenchSettings(
                path(properties, "bench.folder"),
                path(properties, "bench.server.home"),
                path(properties, "bench.naive.folder"),
                sections(properties.getProperty("bench.only", "")),
                (int) number(properties, "bench.rounds", quick ? 1 : 5),
                events / 2,
                events,
                Math.max(1_000, events / NAIVE_SHARE),
                number(properties, "bench.backlog", quick ? 50_000 : 10_000_000),
                Math.max(1, rows / FEW_OF_MANY),
                rows,
                Set.copyOf(names(properties.getProperty("bench.contenders", "floor,naive,product"))),
                flag(properties, "bench.profile"),
                quick);
    }

    private static boolean flag(Properties properties, String key) {
        return !Set.of("", "false").contains(properties.getProperty(key, ""));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    public boolean covers(Section section) {
        return sections.contains(section);
    }

    private static Set<Section> sections(String list) {
        List<String> wanted = names(list);
        Set<Section> sections = EnumSet.noneOf(Section.class);
        for (String name : wanted) {
            sections.add(section(name));
        }
        return wanted.isEmpty() ? EnumSet.allOf(Section.class) : sections;
    }

    private static Section section(String name) {
        return Arrays.stream(Section.values())
                .filter(section -> section.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bench.only=" + name
                        + " is no part of the benchmark: give some of " + Arrays.toString(Section.values())));
    }

    private static Path path(Properties properties, String key) {
        String value = properties.getProperty(key, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(key + " is not set: start the benchmark with mvn -Pbench verify");
        }
        return Path.of(value);
    }

    private static long number(Properties properties, String key, long otherwise) {
        String value = properties.getProperty(key, "").replace("_", "");
        try {
            return value.isEmpty() ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + "=" + value + " is not a whole number", e);
        }
    }

    private static void requirePositive(long value, String key) {
        if (value < 1) {
            throw new IllegalArgumentException(key + "=" + value + " is too small: it has to be 1 or more");
        }
    }
}
