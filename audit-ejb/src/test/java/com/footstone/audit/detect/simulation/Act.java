package com.footstone.audit.detect.simulation;

import java.time.Instant;

import com.footstone.audit.model.anomaly.Subject;

/**
 * Executions of one statement by one user within moments.
 *
 * @param time when
 * @param user who, at which database
 * @param host on which machine
 * @param address from which client
 * @param query what
 * @param executions how many
 * @param rows how many rows came back, of all
 * @param failed how many failed
 * @param refused how many of those because the user may not
 */
record Act(
        Instant time,
        Subject user,
        String host,
        String address,
        Query query,
        long executions,
        long rows,
        long failed,
        long refused) {

    static Act of(Instant time, Subject user, String host, String address, Query query, long executions) {
        return new Act(time, user, host, address, query, executions, 10 * executions, 0, 0);
    }

    Act returning(long newRows) {
        return new Act(time, user, host, address, query, executions, newRows, failed, refused);
    }

    Act failing(long newFailed, long newRefused) {
        return new Act(time, user, host, address, query, executions, rows, newFailed, newRefused);
    }
}
