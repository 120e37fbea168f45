package com.footstone.audit.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;

/**
 * What a list shows of an event. Texts that the producer gave nothing for are empty.
 *
 * @param id the event
 * @param timestamp when the statement was executed
 * @param origin where it comes from
 * @param kind what the statement does, a name of {@link com.footstone.audit.model.StatementKind} or of a later version's
 * @param fingerprint shape of the statement
 * @param sql its redacted text, in lists the beginning only
 * @param sqlCut whether there is more of the text than {@code sql} shows
 * @param tablesRead tables it reads
 * @param tablesWritten tables it changes
 * @param outcome how it went
 * @param verdict what the product says of it
 */
public record EventSummary(
        EventId id,
        Instant timestamp,
        Origin origin,
        String kind,
        String fingerprint,
        String sql,
        boolean sqlCut,
        List<String> tablesRead,
        List<String> tablesWritten,
        Outcome outcome,
        Judgement verdict) {

    public EventSummary {
        tablesRead = List.copyOf(tablesRead);
        tablesWritten = List.copyOf(tablesWritten);
    }

    /** Its place in a list of events. */
    public EventPosition position() {
        return new EventPosition(timestamp, id);
    }

    @Override
    public String toString() {
        return "EventSummary[" + id + "]";
    }

    /**
     * Who ran it, and where.
     *
     * @param tenant tenant
     * @param application name of the application
     * @param dbSystem kind of the database
     * @param dbName the database
     * @param dbUser the database's user
     * @param endUser on whose behalf the application ran it
     * @param traceId W3C trace id
     */
    public record Origin(
            String tenant,
            String application,
            String dbSystem,
            String dbName,
            String dbUser,
            String endUser,
            String traceId) {}

    /**
     * How it went.
     *
     * @param duration how long it took
     * @param rowsAffected rows changed, if known
     * @param rowsReturned rows read by the application, if known
     * @param failed whether the database failed it
     * @param sqlState SQLSTATE of the failure
     */
    public record Outcome(
            Duration duration, OptionalLong rowsAffected, OptionalLong rowsReturned, boolean failed, String sqlState) {}

    /**
     * The verdict in short.
     *
     * @param severity severity of the worst finding
     * @param risk 0 to 100
     * @param confidence 0 to 100
     * @param rules rules that raised a finding
     * @param complete whether everything that should have been checked was
     */
    public record Judgement(Severity severity, int risk, int confidence, List<String> rules, boolean complete) {

        public Judgement {
            rules = List.copyOf(rules);
        }
    }
}
