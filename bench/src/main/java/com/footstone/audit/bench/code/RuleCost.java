package com.footstone.audit.bench.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.RuleRun;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;

/**
 * What each rule takes of an event's time, also those that are off unless somebody wants them. Rules run as they do in the
 * product, one after the other over a batch, and are timed as its metrics time them.
 */
public final class RuleCost {

    private static final int BATCH = 2_000;
    private static final int WARM_UP = 500;
    private static final int MEASURED = 501;

    private RuleCost() {}

    /**
     * What was found about one rule.
     *
     * @param nanos for an event, in the median of many batches
     */
    public record Result(String rule, double nanos) {}

    /**
     * Measures, the most expensive rule first.
     *
     * @param recording file of {@link RecordedEvents}
     */
    public static List<Result> measure(Path recording) {
        Judge judge = new Judge(ShippedRules.all(), Thresholds.from(new EveryRuleOn()));
        List<AnalysedEvent> batch = batch(recording);
        for (int i = 0; i < WARM_UP; i++) {
            judge.judge(batch);
        }
        Map<String, long[]> took = new TreeMap<>();
        for (int i = 0; i < MEASURED; i++) {
            for (RuleRun run : judge.judge(batch).runs()) {
                took.computeIfAbsent(run.rule(), rule -> new long[MEASURED])[i] =
                        run.took().toNanos();
            }
        }
        List<Result> results = new ArrayList<>();
        took.forEach((rule, nanos) -> results.add(new Result(rule, median(nanos) / BATCH)));
        results.sort(Comparator.comparingDouble(Result::nanos).reversed());
        return results;
    }

    private static List<AnalysedEvent> batch(Path recording) {
        List<AnalysedEvent> batch = new ArrayList<>(BATCH);
        try (Chain chain = Chain.normal()) {
            for (byte[] record : RecordedEvents.read(recording, BATCH)) {
                int number = batch.size();
                batch.add(chain.analyse(number, chain.decode(number, record)));
            }
        }
        return batch;
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
