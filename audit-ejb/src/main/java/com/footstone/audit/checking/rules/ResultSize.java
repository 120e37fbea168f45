package com.footstone.audit.checking.rules;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

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

    private static boolean reads(AnalysedEvent event) {
        StatementKind kind = event.statement().kind();
        return kind == StatementKind.SELECT
                || (kind == StatementKind.UNKNOWN && event.event().sqlType() == SqlType.SELECT);
    }
}
