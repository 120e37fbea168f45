package com.footstone.audit.checking.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.footstone.audit.checking.AdjustedFinding;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.GuardedRule.Answers;
import com.footstone.audit.checking.RuleFailure;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.rule.RuleDescription;

/**
 * One rule's look at one batch, on a thread that is not the asker's. What was answered in time counts, whatever becomes of
 * the rest.
 */
final class Inspection implements Runnable {

    private static final int MOST_EVIDENCE = 20;
    private static final int LONGEST_EVIDENCE = 500;

    private final String rule;
    private final List<AnalysedEvent> batch;
    private final List<EventRule.Check> checks;
    private final Consumer<Inspection> lateEnd;

    private final RuleResult[] results;
    /** What went wrong with an event; nothing where nothing did. */
    private final String[] faults;
    /** How many events are answered; what stands before it in the arrays is seen by whoever has read it. */
    private volatile int answered;

    private final CountDownLatch ended = new CountDownLatch(1);
    private Thread runner;
    private volatile boolean abandoned;

    /**
     * @param checks one an event
     * @param lateEnd told when the rule comes back after it was abandoned
     */
    Inspection(String rule, List<AnalysedEvent> batch, List<EventRule.Check> checks, Consumer<Inspection> lateEnd) {
        this.rule = rule;
        this.batch = batch;
        this.checks = checks;
        this.lateEnd = lateEnd;
        results = new RuleResult[batch.size()];
        faults = new String[batch.size()];
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            for (int i = 0; i < results.length && !abandoned; i++) {
                answer(i);
                answered = i + 1;
            }
        } finally {
            end();
        }
    }

    /** Everything that it throws is its own fault. Where Java itself is at its end, the virtual machine ends. */
    private void answer(int i) {
        try {
            results[i] = accepted(checks.get(i).check(RedactedEvent.of(batch.get(i))));
        } catch (Throwable e) {
            StackTraceElement[] stack = e.getStackTrace();
            faults[i] = e.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
            results[i] = RuleFailure.of(rule, "failed with " + e.getClass().getSimpleName());
        }
    }

    private RuleResult accepted(RuleResult result) {
        if (result instanceof RuleResult.Raised raised) {
            require(fits(raised.finding()), "A finding bears another rule's name, or is longer than a sentence");
            require(
                    Collections.disjoint(raised.finding().evidence().keySet(), AdjustedFinding.RESERVED),
                    "A finding has evidence of a name that is the policy's");
        } else if (result instanceof RuleResult.Failed failed) {
            require(failed.reason().length() <= RuleDescription.MAX_MESSAGE, "A reason is longer than a sentence");
            return RuleFailure.of(rule, "could not tell: " + failed.reason());
        } else {
            require(result != null, "A rule must answer");
        }
        return result;
    }

    private boolean fits(Finding finding) {
        return finding.rule().equals(rule)
                && finding.message().length() <= RuleDescription.MAX_MESSAGE
                && finding.evidence().size() <= MOST_EVIDENCE
                && finding.evidence().entrySet().stream()
                        .allMatch(entry ->
                                entry.getKey().length() + entry.getValue().length() <= LONGEST_EVIDENCE);
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalStateException(otherwise);
        }
    }

    private synchronized boolean begin() {
        if (abandoned) {
            return false;
        }
        runner = Thread.currentThread();
        return true;
    }

    private synchronized void end() {
        ended.countDown();
        // The thread goes on to other rules.
        Thread.interrupted();
        if (abandoned) {
            lateEnd.accept(this);
        }
    }

    /** Waits; answers whether it has come to its end. */
    boolean endsWithin(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Has it stop, if it listens. Answers whether it still runs, and so will tell of its end. */
    synchronized boolean abandon() {
        abandoned = true;
        boolean running = runner != null && ended.getCount() > 0;
        if (running) {
            runner.interrupt();
        }
        return running;
    }

    /**
     * What it has answered so far.
     *
     * @param unanswered why the other events have no answer
     */
    Answers answers(String unanswered) {
        int known = answered;
        List<RuleResult> all = new ArrayList<>(results.length);
        int failures = results.length - known;
        String fault = known < results.length ? unanswered : "";
        for (int i = 0; i < results.length; i++) {
            all.add(i < known ? results[i] : RuleFailure.of(rule, unanswered));
            if (i < known && faults[i] != null) {
                failures++;
                fault = fault.isEmpty() ? faults[i] : fault;
            }
        }
        return new Answers(all, failures, fault);
    }
}
