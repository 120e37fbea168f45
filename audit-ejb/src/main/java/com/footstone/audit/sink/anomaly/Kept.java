package com.footstone.audit.sink.anomaly;

import java.util.List;

import com.footstone.audit.model.Severity;

/**
 * What became of a detector's turn.
 *
 * @param reached severities of what is conspicuous since this window, or worse than before
 * @param more whether more was found than is kept of one window
 * @param skipped windows that were too old to be judged
 */
public record Kept(List<Severity> reached, boolean more, long skipped) {

    public Kept {
        reached = List.copyOf(reached);
    }
}
