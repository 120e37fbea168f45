package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.model.AnalysedEvent;

/** Runs a rule that has its own guard. */
record GuardedRun(String id, GuardedRule.Check check) implements BoundRule {

    @Override
    public boolean ofBatch() {
        return false;
    }

    @Override
    public Faults run(List<AnalysedEvent> batch, CaseFile[] files) {
        GuardedRule.Answers answers = check.check(batch);
        for (int i = 0; i < files.length; i++) {
            files[i].add(answers.results().get(i));
        }
        Faults faults = new Faults();
        faults.add(answers.failures(), answers.fault());
        return faults;
    }
}
