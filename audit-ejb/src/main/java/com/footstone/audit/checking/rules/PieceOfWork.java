package com.footstone.audit.checking.rules;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.SqlEvent;

/**
 * What a query was executed for. Traces have ids of their own; session ids are the database's and small, so they count
 * together with what tells databases and processes apart.
 */
record PieceOfWork(
        String fingerprint,
        boolean traced,
        String id,
        String application,
        String instance,
        String host,
        String database) {

    /** Whether the event is a query whose trace or session is known. */
    static boolean knownFor(AnalysedEvent event) {
        SqlEvent reported = event.event();
        return ResultSize.queries(event) && (reported.traceId() != null || reported.sessionId() != null);
    }

    static PieceOfWork of(AnalysedEvent event) {
        SqlEvent reported = event.event();
        String fingerprint = event.statement().fingerprint();
        return reported.traceId() != null
                ? new PieceOfWork(fingerprint, true, reported.traceId(), null, null, null, null)
                : new PieceOfWork(
                        fingerprint,
                        false,
                        reported.sessionId(),
                        reported.application(),
                        reported.instance(),
                        reported.host(),
                        reported.dbName());
    }
}
