package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.TraceRepetition;

/** Finds queries that are executed again and again in one trace, however their events were spread over batches. */
@Dependent
public final class RepeatedQuery implements Detector {

    static final Setting<Duration> WINDOW = Setting.of(
            "checker.repeatedQuery.window",
            ValueType.duration(ChronoUnit.SECONDS, 10, 600),
            "120",
            "The time over which a trace's executions are counted; it slides.");
    static final Setting<Long> EXECUTIONS = Setting.of(
            "checker.repeatedQuery.executions",
            ValueType.count(2, 1_000_000_000, "executions"),
            "50",
            "So many executions of one query in a trace are too many.");
    static final Setting<Long> TRACES = Setting.of(
            "checker.repeatedQuery.traces",
            ValueType.count(1, 1_000_000_000, "traces"),
            "3",
            "So many traces of the window must have too many; a job is one trace.");

    private static final RuleInfo INFO = RuleInfo.of(
            "RepeatedQuery",
            "One query again and again",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "In several traces of an application one query was executed again and again.",
            WINDOW,
            EXECUTIONS,
            TRACES);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        Duration length = thresholds.get(WINDOW);
        TraceRepetition.Least least = new TraceRepetition.Least(thresholds.get(EXECUTIONS), thresholds.get(TRACES));
        return (window, knowledge) -> {
            Window slid = window.reachingBack(length);
            List<TraceRepetition> queries = knowledge.activity().traceRepetitions(slid, least);
            return Worst.of(queries, query -> anomaly(query, slid, least));
        };
    }

    static Anomaly anomaly(TraceRepetition query, Window window, TraceRepetition.Least least) {
        return new Anomaly(
                INFO.id(),
                query.subject(),
                window,
                Severity.MEDIUM,
                query.most(),
                "In " + query.traces() + " traces one query was executed up to " + query.most() + " times each.",
                Evidence.of(query.executed())
                        .with("traces", query.traces())
                        .with("mostInATrace", query.most())
                        .with("executions", query.executions())
                        .with("thresholdExecutions", least.executions())
                        .with("thresholdTraces", least.traces())
                        .values());
    }
}
