package com.footstone.audit.checking;

import java.util.Collections;
import java.util.List;

import com.footstone.audit.model.AnalysedEvent;

/** Runs a rule that has its own guard. */
record GuardedRun(GuardedRule rule, EventRule.Check check) implements BoundRule {

    @Override
    public String id() {
        return rule.info().id();
    }

    @Override
    public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
        return run(rule, batch, Collections.nCopies(batch.size(), check), files);
    }

    /** Runs it once, with a check for each event. */
    static Faults run(GuardedRule rule, List<AnalysedEvent> batch, List<EventRule.Check> checks, CaseFile[] files) {
        GuardedRule.Answers answers = rule.check(batch, checks);
        for (int i = 0; i < files.length; i++) {
            files[i].add(answers.results().get(i));
        }
        Faults faults = new Faults();
        faults.add(answers.failures(), answers.fault());
        return faults;
    }
}
