package com.footstone.audit.checking.rules;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Trait;

/** How many rows the application read. */
public final class ResultSize {

    private ResultSize() {}

    /**
     * The rows read, or -1 if unknown. Producers that know no {@code rowsReturned} report the rows of a query as {@code
     * rowsAffected}.
     */
    public static long of(AnalysedEvent event) {
        long returned = event.event().rowsReturned();
        if (returned != SqlEvent.UNKNOWN_COUNT) {
            return returned;
        }
        return reads(event) ? event.event().rowsAffected() : SqlEvent.UNKNOWN_COUNT;
    }

    /** Whether the text holds a query, and nothing that changes rows. */
    public static boolean queries(AnalysedEvent event) {
        return event.statement().kind() == StatementKind.SELECT || event.has(Trait.QUERY_BESIDE);
    }

    private static boolean reads(AnalysedEvent event) {
        StatementKind kind = event.statement().kind();
        return queries(event) || (kind == StatementKind.UNKNOWN && event.event().sqlType() == SqlType.SELECT);
    }
}
