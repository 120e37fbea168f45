package com.footstone.audit.faults.plan;

import java.util.List;

/** Faults that follow each other without waiting until everything is well again; at the end of a round, everything is. */
public record Round(List<Fault> faults) {

    public Round {
        faults = List.copyOf(faults);
    }
}
