package com.footstone.audit.checking.foreign;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.GuardedRule.Answers;
import com.footstone.audit.checking.RuleFailure;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * Keeps one rule of others from doing harm: it never waits for the rule longer than the budget, lets nothing out that the
 * rule throws, does not call the rule while an earlier call has not come back, and switches it off for good when too much
 * went wrong within an hour, or when a call does not come back at all. Safe for use by several threads.
 */
final class Guard {

    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long HOUR = Duration.ofHours(1).toNanos();

    /** After so many budgets a rule is not slow any more, but hangs. */
    private static final int HANGS = 10;

    private final String rule;
    private final GuardSettings settings;
    private final Executor threads;
    private final LongSupplier nanoTime;
    private final boolean trial;

    /** Calls that nobody waits for any more and that have not come back, with the time of their beginning. */
    private final Map<Inspection, Long> late = new ConcurrentHashMap<>();

    private final Deque<Long> faults = new ArrayDeque<>();
    /** Why it is switched off; null while it is not. */
    private volatile String off;

    Guard(String rule, GuardSettings settings, Executor threads) {
        this(rule, settings, threads, System::nanoTime);
    }

    Guard(String rule, GuardSettings settings, Executor threads, LongSupplier nanoTime) {
        this(rule, settings, threads, nanoTime, false);
    }

    private Guard(String rule, GuardSettings settings, Executor threads, LongSupplier nanoTime, boolean trial) {
        this.rule = Objects.requireNonNull(rule, "rule is null");
        this.settings = Objects.requireNonNull(settings, "settings is null");
        this.threads = Objects.requireNonNull(threads, "threads is null");
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime is null");
        this.trial = trial;
    }

    /** A guard for a trial: that it switches the rule off concerns nobody else and is not told. */
    static Guard onTrial(String rule, GuardSettings settings, Executor threads) {
        return new Guard(rule, settings, threads, System::nanoTime, true);
    }

    /**
     * What the rule says of a batch, or that it could not tell.
     *
     * @param checks one an event
     */
    Answers check(List<AnalysedEvent> batch, List<EventRule.Check> checks) {
        if (!late.isEmpty() && hangs()) {
            switchOff("because a call did not come back within " + hanging().toMillis() + " ms");
        }
        if (off != null) {
            return unchecked(batch, "is switched off " + off, "");
        }
        if (!late.isEmpty()) {
            // That call was counted and told when it was late; that others come meanwhile is no further fault.
            return unchecked(batch, "is still busy with an earlier batch", "");
        }
        Inspection inspection = new Inspection(rule, batch, checks, late::remove);
        long begun = nanoTime.getAsLong();
        try {
            threads.execute(inspection);
        } catch (RejectedExecutionException e) {
            // The fault of others.
            return unchecked(batch, "found no thread", "too many rules of others have not come back");
        }
        Answers answers = answers(inspection, begun);
        if (!answers.fault().isEmpty() && tooMany()) {
            switchOff("after " + settings.faults() + " faults");
        }
        return answers;
    }

    private Duration hanging() {
        return settings.budget().multipliedBy(HANGS);
    }

    private boolean hangs() {
        long now = nanoTime.getAsLong();
        return late.values().stream().anyMatch(begun -> now - begun > hanging().toNanos());
    }

    /** Asks the rule for something that is not about a batch, and does not wait for ever either. */
    <T> T ask(Callable<T> question) throws ExecutionException, InterruptedException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(question);
        threads.execute(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            task.cancel(true);
        }
    }

    private Answers answers(Inspection inspection, long begun) {
        try {
            if (inspection.endsWithin(settings.budget().toNanos())) {
                return inspection.answers("did not answer");
            }
            abandon(inspection, begun);
            return inspection.answers(
                    "did not answer within " + settings.budget().toMillis() + " ms");
        } catch (InterruptedException e) {
            abandon(inspection, begun);
            Thread.currentThread().interrupt();
            return inspection.answers("was interrupted");
        }
    }

    /** Counted before it can tell of its end. */
    private void abandon(Inspection inspection, long begun) {
        late.put(inspection, begun);
        if (!inspection.abandon()) {
            late.remove(inspection);
        }
    }

    private Answers unchecked(List<AnalysedEvent> batch, String why, String fault) {
        RuleResult failed = RuleFailure.of(rule, why);
        return new Answers(Collections.nCopies(batch.size(), failed), batch.size(), fault);
    }

    /** A batch with which something went wrong counts once, however many events it was. Answers whether it was one too many. */
    private synchronized boolean tooMany() {
        long now = nanoTime.getAsLong();
        faults.addLast(now);
        while (now - faults.getFirst() > HOUR) {
            faults.removeFirst();
        }
        return faults.size() >= settings.faults();
    }

    private synchronized void switchOff(String why) {
        if (off != null) {
            return;
        }
        off = why;
        if (!trial) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The rule {0} is switched off until the next start, {1}. {2}Executions are audited, and"
                            + " their verdicts say that it did not look. Correct the rule, put its jar in place and restart;"
                            + " or take it away.",
                    rule,
                    why,
                    late.isEmpty() ? "" : "It still runs, and takes processor time until the restart. ");
        }
    }

    /** Whether it is switched off. */
    boolean isOff() {
        return off != null;
    }
}
