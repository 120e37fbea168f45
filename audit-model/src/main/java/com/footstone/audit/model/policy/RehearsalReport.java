package com.footstone.audit.model.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;

/**
 * What a policy would have made of events that were judged before.
 *
 * @param events how many were looked at
 * @param changed of how many of them a finding would have been another, or none, or new
 * @param rules every rule that found something, or would have, by id
 * @param examples some of what would have changed, of every rule the first
 */
public record RehearsalReport(long events, long changed, List<RuleChange> rules, List<Example> examples) {

    public RehearsalReport {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    /**
     * The findings of a rule, by severity.
     *
     * @param before as they are stored
     * @param after as they would have been
     * @param exemptedBefore how many an exemption let pass
     * @param exemptedAfter how many one would have let pass
     * @param unknown events of which it cannot be told; they count after as before
     */
    public record RuleChange(
            String rule,
            Map<Severity, Long> before,
            Map<Severity, Long> after,
            long exemptedBefore,
            long exemptedAfter,
            long unknown) {}

    /** An event of which a rule's finding would have been another; nothing where it had or would have none. */
    public record Example(EventId event, String rule, Optional<Stance> before, Optional<Stance> after) {}
}
