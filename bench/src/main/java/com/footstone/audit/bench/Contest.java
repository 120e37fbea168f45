package com.footstone.audit.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.measure.ContenderRun;
import com.footstone.audit.bench.measure.Span;
import com.footstone.audit.bench.measure.Spread;
import com.footstone.audit.bench.measure.Watch;
import com.footstone.audit.bench.stage.Stage;

/** Lets contenders take turns on one topic, each time as a new process on empty tables. */
final class Contest {

    private final Stage stage;
    private final String topic;

    Contest(Stage stage, String topic) {
        this.stage = stage;
        this.topic = topic;
    }

    /**
     * Who takes part, and with how much.
     *
     * @param warmUp events that are stored before the measurement begins
     * @param events events that it is made of
     */
    record Entry(Contender contender, long warmUp, long events) {}

    /**
     * What was found about a contender.
     *
     * @param compilerShare part of its time on processors that Java's compiler took, 0 to 1
     * @param collectorShare the same of the collector of garbage
     * @param storesCpuSecondsPerMillion what its way of working asks of broker and stores
     * @param peakMemoryBytes most that its process ever had, in the round where that was most
     */
    record Result(
            String contender,
            Spread eventsPerSecond,
            Spread cpuSecondsPerMillion,
            double compilerShare,
            double collectorShare,
            Spread storesCpuSecondsPerMillion,
            long peakMemoryBytes) {

        static Result of(String contender, List<Span> rounds) {
            return new Result(
                    contender,
                    spread(rounds, Span::eventsPerSecond),
                    spread(rounds, Span::cpuSecondsPerMillion),
                    spread(rounds, Span::compilerShare).median(),
                    spread(rounds, Span::collectorShare).median(),
                    spread(rounds, Span::storesCpuSecondsPerMillion),
                    rounds.stream().mapToLong(Span::peakMemory).max().orElse(0));
        }
    }

    private static Spread spread(List<Span> rounds, ToDoubleFunction<Span> value) {
        return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
    }

    List<Result> hold(List<Entry> entries, int rounds) {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Entry entry : entries) {
                Span span = measure(entry);
                stage.say(String.format(
                        "round %d, %s: %,.0f events/s, %.1f CPU-s per million (compiler %.0f %%, collector %.0f %%),"
                                + " stores %.1f, %d MB",
                        round,
                        entry.contender().name(),
                        span.eventsPerSecond(),
                        span.cpuSecondsPerMillion(),
                        span.compilerShare() * 100,
                        span.collectorShare() * 100,
                        span.storesCpuSecondsPerMillion(),
                        span.peakMemory() >> 20));
                spans.computeIfAbsent(entry.contender().name(), name -> new ArrayList<>())
                        .add(span);
            }
        }
        return spans.entrySet().stream()
                .map(entry -> Result.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    Span measure(Entry entry) {
        try (ContenderRun run = ContenderRun.start(stage, entry.contender(), topic)) {
            Watch watch = run.watch();
            Watch.Look start = watch.await(entry.warmUp());
            return start.to(watch.await(start.rows() + entry.events()));
        }
    }
}
