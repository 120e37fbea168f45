package com.footstone.audit.faults;

import java.time.Duration;
import java.util.Objects;

import com.footstone.audit.faults.plan.Fault;

/**
 * A fault that was done.
 *
 * @param onTime whether it was done at the moment that it names; if that did not come in time, it was done at any time
 * @param recovery how long it took, once it was over, until all was well again
 * @param recovered whether it did within the limit, without help
 * @param remark anything odd, or empty
 */
record Incident(Fault fault, boolean onTime, Duration recovery, boolean recovered, String remark) {

    Incident {
        Objects.requireNonNull(fault, "fault is null");
        Objects.requireNonNull(recovery, "recovery is null");
        Objects.requireNonNull(remark, "remark is null");
    }
}
