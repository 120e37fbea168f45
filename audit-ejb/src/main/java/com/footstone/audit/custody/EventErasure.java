package com.footstone.audit.custody;

import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.query.StoredRow;
import com.footstone.audit.query.StoredRows;
import com.footstone.audit.sink.Erasures;
import com.footstone.audit.sink.EventStore;

/** Erases single events for good. */
@ApplicationScoped
public class EventErasure {

    private static final System.Logger LOG = System.getLogger(EventErasure.class.getName());

    /** How an erasure stands. */
    public enum Outcome {
        /** ClickHouse does not have it any more. */
        ERASED,
        /** Its tombstone is kept; ClickHouse could not be made to forget it yet and will be asked again until it does. */
        PENDING,
        /** Its batch is just being stored; nothing was done. */
        NOT_SEALED,
        /** There is no such event. */
        UNKNOWN
    }

    @Inject
    private StoredRows rows;

    @Inject
    private Erasures erasures;

    @Inject
    private EventStore events;

    /**
     * Erases an event. Its tombstone is kept first, so that a crash in between leaves an erasure that is finished later
     * and never a row that is missing without a reason.
     *
     * @param reason why, for the tombstone; it is exported with the evidence
     * @param by who asks
     */
    public Outcome erase(EventId event, String reason, String by) {
        int format = erasures.format(event).orElse(RowFormat.VERSION);
        List<StoredRow> found = rows.of(format, event.topic(), event.partition(), event.offset(), event.offset() + 1);
        if (found.isEmpty()) {
            return erasures.known(event) ? Outcome.ERASED : Outcome.UNKNOWN;
        }
        if (!erasures.sealed(event)) {
            return Outcome.NOT_SEALED;
        }
        erasures.keep(event, found.get(0).leaf(), reason, by);
        return finish(event) ? Outcome.ERASED : Outcome.PENDING;
    }

    /** Tries to finish what was begun and not finished. */
    void finishPending() {
        erasures.pending().forEach(this::finish);
    }

    private boolean finish(EventId event) {
        try {
            events.erase(event);
            if (!rows.of(event.topic(), event.partition(), event.offset(), event.offset() + 1)
                    .isEmpty()) {
                return false;
            }
            erasures.gone(event);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The erasure of an event is tried again: a store {0}",
                    StoreFault.behind(e).reason());
            return false;
        }
    }
}
