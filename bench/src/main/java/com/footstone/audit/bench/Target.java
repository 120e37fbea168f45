package com.footstone.audit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.footstone.audit.bench.capture.CaptureOverhead;
import com.footstone.audit.bench.code.WorstCases;

/**
 * A promise and whether it was kept.
 *
 * @param name what is measured
 * @param wanted the least or the most that it may be
 * @param measured what it was
 * @param met whether that is good enough
 */
record Target(String name, String wanted, double measured, boolean met) {

    private static final double OF_FLOOR = 0.6;
    private static final double OF_NAIVE = 10;
    private static final double PER_CPU_SECOND = 25_000;
    private static final double LATENCY_MILLIS = 500;
    private static final double OVERHEAD = 0.01;
    private static final double GROWTH = 1.15;
    private static final double OF_FEW_ROWS = 0.9;

    /** Linear is 2; what is over it leaves room for caches and the collector, and is far from the 4 of a square. */
    private static final double LINEAR = 2.7;

    /** Those that can be told from what was measured. */
    static List<Target> all(BenchReport report) {
        List<Target> targets = new ArrayList<>();
        if (report.contenders() != null) {
            contest(report.contenders(), targets);
        }
        if (report.latency() != null) {
            targets.add(atMost(
                    "append to queryable at half load, p95, ms",
                    LATENCY_MILLIS,
                    report.latency().p95()));
        }
        if (report.backlog() != null) {
            targets.add(atMost(
                    "memory at the end of a backlog / after three tenths",
                    GROWTH,
                    report.backlog().growth()));
        }
        if (report.storedRows() != null) {
            StoredRows.Result few = report.storedRows().get(0);
            StoredRows.Result many = report.storedRows().get(report.storedRows().size() - 1);
            targets.add(atLeast(
                    "events/s with many rows stored / with few",
                    OF_FEW_ROWS,
                    many.eventsPerSecond() / few.eventsPerSecond()));
        }
        if (report.capture() != null) {
            capture("full load", report.capture().full(), targets);
            capture("half load", report.capture().half(), targets);
        }
        if (report.worstCases() != null) {
            targets.add(atMost(
                    "worst statements, time at twice the size / at once",
                    LINEAR,
                    report.worstCases().stream()
                            .mapToDouble(WorstCases.Result::ratio)
                            .max()
                            .orElse(0)));
        }
        return targets;
    }

    private static void contest(List<Contest.Result> contenders, List<Target> targets) {
        Optional<Contest.Result> product = find(contenders, "product");
        product.ifPresent(ours -> {
            double speed = ours.eventsPerSecond().median();
            find(contenders, "floor")
                    .ifPresent(floor -> targets.add(atLeast(
                            "events/s / floor",
                            OF_FLOOR,
                            speed / floor.eventsPerSecond().median())));
            find(contenders, "naive")
                    .ifPresent(naive -> targets.add(atLeast(
                            "events/s / naive",
                            OF_NAIVE,
                            speed / naive.eventsPerSecond().median())));
            targets.add(atLeast(
                    "events per CPU-second of its own process",
                    PER_CPU_SECOND,
                    1e6 / ours.cpuSecondsPerMillion().median()));
        });
    }

    private static void capture(String name, CaptureOverhead.Load load, List<Target> targets) {
        cost("capture at " + name, load.kafkaUp(), targets);
        cost("capture at " + name + " without Kafka", load.kafkaAway(), targets);
    }

    private static void cost(String name, CaptureOverhead.Cost cost, List<Target> targets) {
        targets.add(atMost(
                name + ", transactions lost", OVERHEAD, cost.throughputLoss().median()));
        targets.add(atMost(name + ", p99 longer by", OVERHEAD, cost.p99Growth().median()));
    }

    private static Optional<Contest.Result> find(List<Contest.Result> contenders, String name) {
        return contenders.stream()
                .filter(result -> result.contender().equals(name))
                .findFirst();
    }

    private static Target atLeast(String name, double wanted, double measured) {
        return new Target(name, ">= " + plain(wanted), measured, measured >= wanted);
    }

    private static Target atMost(String name, double wanted, double measured) {
        return new Target(name, "<= " + plain(wanted), measured, measured <= wanted);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
