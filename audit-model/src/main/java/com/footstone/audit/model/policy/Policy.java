package com.footstone.audit.model.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.footstone.audit.model.InvalidValueException;

/**
 * One version of what an operator has decided. A version never changes.
 *
 * @param version its number; 0 before anything was decided
 * @param adjustments by precedence
 * @param exemptions those that were in force when the version was made
 */
public record Policy(long version, List<Adjustment> adjustments, List<Exemption> exemptions) {

    /** Before anything was decided: the server's configuration holds for all. */
    public static final Policy NONE = new Policy(0, List.of(), List.of());

    /** Most adjustments, and most exemptions at a time. */
    public static final int MAX_ENTRIES = 200;

    public Policy {
        if (version < 0) {
            throw new InvalidValueException("version", "is less than 0");
        }
        adjustments = List.copyOf(Objects.requireNonNull(adjustments, "adjustments is null"));
        exemptions = List.copyOf(Objects.requireNonNull(exemptions, "exemptions is null"));
        Entries.bounded(adjustments, "adjustments", MAX_ENTRIES);
        Entries.bounded(exemptions, "exemptions", MAX_ENTRIES);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < adjustments.size(); i++) {
            if (!names.add(adjustments.get(i).name())) {
                throw new InvalidValueException("adjustments[" + i + "].name", "is that of another one");
            }
        }
    }

    /** Whether it leaves everything to the server's configuration. */
    public boolean empty() {
        return adjustments.isEmpty() && exemptions.isEmpty();
    }
}
