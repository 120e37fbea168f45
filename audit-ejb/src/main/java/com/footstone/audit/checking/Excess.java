package com.footstone.audit.checking;

import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.Finding;

/**
 * A number that went over its threshold: the evidence of most rules, and the measure of impact in the risk score.
 *
 * @param unit what is counted: {@code ms}, {@code rows}
 * @param observed what was seen
 * @param threshold what the rule begins at, not the tier that the number fell into: the score grows with the number alone
 */
public record Excess(String unit, long observed, long threshold) {

    private static final String OBSERVED = "observed";
    private static final String THRESHOLD = "threshold";
    private static final String UNIT = "unit";

    /** The three as evidence of a finding. */
    public Map<String, String> evidence() {
        return Map.of(OBSERVED, Long.toString(observed), THRESHOLD, Long.toString(threshold), UNIT, unit);
    }

    /** What the finding's evidence says of an excess; empty if it says nothing, or uses these names for something else. */
    static Optional<Excess> of(Finding finding) {
        Map<String, String> evidence = finding.evidence();
        if (!evidence.containsKey(OBSERVED) || !evidence.containsKey(THRESHOLD)) {
            return Optional.empty();
        }
        try {
            long observed = Long.parseLong(evidence.get(OBSERVED));
            long threshold = Long.parseLong(evidence.get(THRESHOLD));
            return Optional.of(new Excess(evidence.getOrDefault(UNIT, ""), observed, threshold));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** How often the threshold fits into the number; at most 1 if it was not exceeded. */
    double ratio() {
        return (double) observed / Math.max(1, threshold);
    }
}
