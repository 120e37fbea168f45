package com.footstone.audit.bench.code;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Has JMH measure {@link EventWork} and {@link TextWork}, each in a process of its own. */
public final class CodeSpeed {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private CodeSpeed() {}

    /**
     * What was found about one benchmark, for an event or a text.
     *
     * @param error half of the interval that holds the mean in 999 of 1,000 cases
     */
    public record Result(String benchmark, double nanos, double error, double allocatedBytes) {

        @SuppressWarnings("rawtypes") // So JMH declares it.
        private static Result of(RunResult result) {
            String name = result.getParams().getBenchmark();
            // JMH divides what it allocates by its operations, which are events already.
            return new Result(
                    name.substring(name.lastIndexOf('.') + 1),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError(),
                    result.getSecondaryResults().entrySet().stream()
                            .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                            .mapToDouble(entry -> entry.getValue().getScore())
                            .findFirst()
                            .orElse(Double.NaN));
        }
    }

    /**
     * Measures.
     *
     * @param recording file of {@link RecordedEvents}
     * @param iterations measured seconds of each benchmark, after as many that are not
     */
    public static List<Result> measure(Path recording, int iterations) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(EventWork.class.getName())
                            .include(TextWork.class.getName())
                            .forks(1)
                            .warmupIterations(iterations)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(iterations)
                            .measurementTime(TimeValue.seconds(1))
                            .addProfiler(GCProfiler.class)
                            .shouldFailOnError(true)
                            .jvmArgsAppend("-Xmx512m", RecordedEvents.option(recording))
                            .build())
                    .run();
            return results.stream().map(Result::of).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure", e);
        }
    }
}
