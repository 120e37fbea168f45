package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.model.Verdict;

/**
 * What came of a batch.
 *
 * @param verdicts one an event, in the order of the batch
 * @param runs one a rule that is switched on
 */
public record Judgement(List<Verdict> verdicts, List<RuleRun> runs) {

    public Judgement {
        verdicts = List.copyOf(verdicts);
        runs = List.copyOf(runs);
    }
}
