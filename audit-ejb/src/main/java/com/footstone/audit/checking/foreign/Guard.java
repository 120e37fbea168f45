package com.footstone.audit.checking.foreign;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import com.footstone.audit.checking.GuardedRule.Answers;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.rule.AuditRule;

/**
 * Keeps one rule of others from doing harm: it never waits for the rule longer than the budget, lets nothing out that the
 * rule throws, does not call the rule while an earlier call has not come back, and switches it off for good when too much
 * went wrong within an hour. Safe for use by several threads.
 */
final class Guard {

    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final String rule;
    private final GuardSettings settings;
    private final Executor threads;
    private final LongSupplier nanoTime;

    private final AtomicInteger late = new AtomicInteger();
    private final Deque<Long> faults = new ArrayDeque<>();
    private volatile boolean off;

    Guard(String rule, GuardSettings settings, Executor threads) {
        this(rule, settings, threads, System::nanoTime);
    }

    Guard(String rule, GuardSettings settings, Executor threads, LongSupplier nanoTime) {
        this.rule = Objects.requireNonNull(rule, "rule is null");
        this.settings = Objects.requireNonNull(settings, "settings is null");
        this.threads = Objects.requireNonNull(threads, "threads is null");
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime is null");
    }

    /** What the rule says of a batch, or that it could not tell. */
    Answers check(AuditRule.Check check, List<AnalysedEvent> batch) {
        if (off) {
            // Told when it was switched off.
            return unchecked(batch, "is switched off after " + settings.faults() + " faults", "");
        }
        if (late.get() > 0) {
            return noted(
                    unchecked(batch, "is still busy with an earlier batch", "it is still busy with an earlier batch"));
        }
        Inspection inspection = new Inspection(rule, check, batch, late::decrementAndGet);
        try {
            threads.execute(inspection);
        } catch (RejectedExecutionException e) {
            return noted(unchecked(batch, "found no thread", "too many rules of others have not come back"));
        }
        return noted(answers(inspection));
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

    private Answers answers(Inspection inspection) {
        try {
            if (inspection.endsWithin(settings.budget().toNanos())) {
                return inspection.answers("did not answer");
            }
            abandon(inspection);
            return inspection.answers(
                    "did not answer within " + settings.budget().toMillis() + " ms");
        } catch (InterruptedException e) {
            abandon(inspection);
            Thread.currentThread().interrupt();
            return inspection.answers("was interrupted");
        }
    }

    /** Counted before it can tell of its end. */
    private void abandon(Inspection inspection) {
        late.incrementAndGet();
        if (!inspection.abandon()) {
            late.decrementAndGet();
        }
    }

    private Answers unchecked(List<AnalysedEvent> batch, String why, String fault) {
        RuleResult failed = new RuleResult.Failed("the rule " + rule + " " + why);
        return new Answers(Collections.nCopies(batch.size(), failed), batch.size(), fault);
    }

    /** A batch with which something went wrong counts once, however many events it was. */
    private Answers noted(Answers answers) {
        if (!answers.fault().isEmpty() && tooMany()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The rule {0} is switched off until the next start, because it went wrong with {1} batches within an"
                            + " hour, last: {2}. {3}Executions are audited, and their verdicts say that it did not look."
                            + " Correct the rule, put its jar in place and restart; or take it away.",
                    rule,
                    settings.faults(),
                    answers.fault(),
                    late.get() > 0 ? "It still runs, and takes processor time until the restart. " : "");
        }
        return answers;
    }

    /** Answers whether this fault was the one too many. */
    private synchronized boolean tooMany() {
        long now = nanoTime.getAsLong();
        faults.addLast(now);
        while (now - faults.getFirst() > HOUR) {
            faults.removeFirst();
        }
        if (off || faults.size() < settings.faults()) {
            return false;
        }
        off = true;
        return true;
    }

    /** Whether it is switched off. */
    boolean isOff() {
        return off;
    }
}
