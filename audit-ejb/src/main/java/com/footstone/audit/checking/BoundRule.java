package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/** A rule with its thresholds, ready to run over batches. What it throws ends here. */
interface BoundRule {

    String id();

    /** Whether it must see a whole batch to judge any event of it. */
    default boolean ofBatch() {
        return false;
    }

    /** Adds what the rule says of each event to the event's file. */
    Faults run(List<AnalysedEvent> batch, CaseFile[] files);

    static BoundRule of(Rule rule, Thresholds thresholds) {
        String id = rule.info().id();
        if (rule instanceof GuardedRule guarded) {
            return new GuardedRun(guarded, guarded.with(thresholds));
        }
        return rule instanceof BatchRule batchRule
                ? new OfBatch(id, batchRule.with(thresholds))
                : new OfEvent(id, ((EventRule) rule).with(thresholds));
    }

    /** Whether a rule that throws this is to blame alone. A rule from elsewhere may not fit our version: LinkageError. */
    private static boolean contained(Throwable thrown) {
        return thrown instanceof RuntimeException
                || thrown instanceof LinkageError
                || thrown instanceof StackOverflowError;
    }

    private static void rethrowUnlessContained(Throwable thrown) {
        if (!contained(thrown)) {
            throw (Error) thrown;
        }
    }

    /** Runs an event rule on one event after the other. */
    record OfEvent(String id, EventRule.Check check) implements BoundRule {

        @Override
        public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
            Faults faults = new Faults();
            for (int i = 0; i < files.length; i++) {
                try {
                    files[i].add(check.check(batch.get(i)));
                } catch (RuntimeException | Error e) {
                    rethrowUnlessContained(e);
                    files[i].addUnchecked(faults.add(id, e, 1));
                }
            }
            return faults;
        }
    }

    /** Runs a batch rule once; if it fails, it has failed on every event. */
    record OfBatch(String id, BatchRule.Check check) implements BoundRule {

        @Override
        public boolean ofBatch() {
            return true;
        }

        @Override
        public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
            Faults faults = new Faults();
            try {
                List<RuleResult> results = List.copyOf(check.check(batch));
                if (results.size() != files.length) {
                    throw new IllegalStateException("A batch rule must answer for each event");
                }
                for (int i = 0; i < files.length; i++) {
                    files[i].add(results.get(i));
                }
            } catch (RuntimeException | Error e) {
                rethrowUnlessContained(e);
                String reason = faults.add(id, e, files.length);
                for (CaseFile file : files) {
                    file.addUnchecked(reason);
                }
            }
            return faults;
        }
    }
}
