package com.footstone.audit.checking.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.BatchRule;
import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.Excess;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/**
 * Finds the same query asked over and over for one piece of work: once for a list, then once for each of its items. A piece
 * of work is a trace, or, where there is none, a short time in one database session.
 */
@Dependent
public final class NPlusOne implements BatchRule {

    static final Setting<Integer> THRESHOLD = Setting.of(
            "checker.nPlusOne.threshold",
            ValueType.integer(1, 1_000_000, "executions"),
            "10",
            "Executing one query more often for one piece of work counts as N+1.");
    static final Setting<Duration> WINDOW = Setting.of(
            "checker.nPlusOne.window",
            ValueType.duration(ChronoUnit.MILLIS, 1, 3_600_000),
            "1000",
            "Executions in one session that lie closer together are one piece of work, if they have no trace.");

    private static final RuleInfo INFO = RuleInfo.of(
            "NPlusOne",
            "N+1 queries",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "One query was executed again and again in the same trace, or within moments in the same session.",
            THRESHOLD,
            WINDOW);

    private static final int CONFIDENCE_BY_TRACE = 90;
    private static final int CONFIDENCE_BY_SESSION = 70;

    private static final Comparator<AnalysedEvent> IN_ORDER = Comparator.comparing(
                    (AnalysedEvent event) -> event.event().timestamp())
            .thenComparing(AnalysedEvent::id);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        int threshold = thresholds.get(THRESHOLD);
        Duration window = thresholds.get(WINDOW);
        return batch -> check(batch, threshold, window);
    }

    private static List<RuleResult> check(List<AnalysedEvent> batch, int threshold, Duration window) {
        RuleResult[] results = new RuleResult[batch.size()];
        Map<String, Integer> executions = new HashMap<>();
        for (int i = 0; i < results.length; i++) {
            AnalysedEvent event = batch.get(i);
            boolean concerned = PieceOfWork.knownFor(event);
            results[i] = concerned ? RuleResult.CLEAR : RuleResult.NOT_APPLICABLE;
            if (concerned) {
                executions.merge(event.statement().fingerprint(), 1, Integer::sum);
            }
        }
        // Most queries are too rare to be suspected at all, and then nothing needs to be grouped.
        if (executions.values().stream().anyMatch(count -> count > threshold)) {
            groups(batch, executions, threshold)
                    .forEach((work, members) -> judge(work, members, batch, threshold, window, results));
        }
        return Arrays.asList(results);
    }

    /** The places in the batch of what was executed for one piece of work, in the order of execution. */
    private static Map<PieceOfWork, List<Integer>> groups(
            List<AnalysedEvent> batch, Map<String, Integer> executions, int threshold) {
        Map<PieceOfWork, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            AnalysedEvent event = batch.get(i);
            if (PieceOfWork.knownFor(event)
                    && executions.getOrDefault(event.statement().fingerprint(), 0) > threshold) {
                groups.computeIfAbsent(PieceOfWork.of(event), unseen -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.values().forEach(members -> members.sort(Comparator.comparing(batch::get, IN_ORDER)));
        return groups;
    }

    private static void judge(
            PieceOfWork work,
            List<Integer> members,
            List<AnalysedEvent> batch,
            int threshold,
            Duration window,
            RuleResult[] results) {
        Burst burst = work.traced()
                ? new Burst(members.size(), members.get(members.size() - 1))
                : densest(members, batch, window);
        if (burst.executions() > threshold) {
            String scope = work.traced() ? "in one trace." : "within " + window.toMillis() + " ms in one session.";
            results[burst.last()] = INFO.raise(
                    Severity.MEDIUM,
                    work.traced() ? CONFIDENCE_BY_TRACE : CONFIDENCE_BY_SESSION,
                    "The query was executed " + burst.executions() + " times " + scope,
                    new Excess("executions", burst.executions(), threshold).evidence());
        }
    }

    /** The time window that holds most executions; the first of them if several do. */
    private static Burst densest(List<Integer> members, List<AnalysedEvent> batch, Duration window) {
        Burst densest = new Burst(0, members.get(0));
        int first = 0;
        for (int last = 0; last < members.size(); last++) {
            Instant end = batch.get(members.get(last)).event().timestamp();
            while (batch.get(members.get(first))
                    .event()
                    .timestamp()
                    .plus(window)
                    .isBefore(end)) {
                first++;
            }
            int executions = last - first + 1;
            if (executions > densest.executions()) {
                densest = new Burst(executions, members.get(last));
            }
        }
        return densest;
    }

    /** Executions that belong together, and the place of the last of them in the batch. */
    private record Burst(int executions, int last) {}
}
