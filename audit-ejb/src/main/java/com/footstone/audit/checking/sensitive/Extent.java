package com.footstone.audit.checking.sensitive;

import com.footstone.audit.checking.rules.ResultSize;
import com.footstone.audit.checking.sensitive.SensitiveUse.Purpose;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;

/** Of how many rows a statement uses columns, as far as the event or else its text tells. */
enum Extent {
    /** The event says so, or the statement failed: what an application does all day. */
    FEW,
    /** Nobody counted, but the text asks for some rows only. */
    SOME,
    /** Counted, or the text asks for all there are. */
    MANY;

    static Extent of(AnalysedEvent event, long threshold) {
        long rows = rows(event);
        if (rows != SqlEvent.UNKNOWN_COUNT) {
            return rows > threshold ? MANY : FEW;
        }
        if (event.event().failed()) {
            return FEW;
        }
        boolean all = event.statement().where() == Presence.ABSENT
                && event.statement().rowLimit() != Presence.PRESENT
                && !writesOnlyWhatItSays(event.statement());
        return all ? MANY : SOME;
    }

    /** An INSERT of values: no table decides how many rows there are. */
    private static boolean writesOnlyWhatItSays(Statement statement) {
        return statement.kind() == StatementKind.INSERT
                && statement.tablesRead().isEmpty();
    }

    /** Rows read or changed, or -1 if unknown. */
    static long rows(AnalysedEvent event) {
        return event.statement().kind().mutatesRows() ? event.event().rowsAffected() : ResultSize.of(event);
    }

    /** How bad a use is; SAFE for ordinary use. */
    Severity severity(SensitiveUse use, boolean everyUse) {
        boolean grave = use.grave();
        boolean filtered = use.purpose() == Purpose.FILTERED;
        return switch (this) {
            case FEW -> grave || everyUse ? Severity.LOW : Severity.SAFE;
            case SOME -> Severity.LOW;
            case MANY -> {
                if (filtered) {
                    yield grave ? Severity.MEDIUM : Severity.LOW;
                }
                yield grave ? Severity.HIGH : Severity.MEDIUM;
            }
        };
    }

    /** The end of a sentence on a use. */
    String text() {
        return this == MANY ? ", of many rows" : "";
    }
}
