package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.EventSummary;

/**
 * An event in a list.
 *
 * @param id identity of the event: topic, partition and offset
 * @param timestamp when the statement was executed
 * @param origin who ran it, and where
 * @param statement what was executed
 * @param outcome how it went
 * @param verdict what the product says of it
 */
@Schema(description = "One execution of a statement")
public record AuditItem(
        @Schema(example = "sql-audit-events:0:42") String id,
        Instant timestamp,
        Origin origin,
        Executed statement,
        Outcome outcome,
        Verdict verdict) {

    public static AuditItem of(EventSummary event) {
        return new AuditItem(
                event.id().toString(),
                event.timestamp(),
                Origin.of(event.origin()),
                Executed.of(event),
                Outcome.of(event.outcome()),
                Verdict.of(event.verdict()));
    }

    /**
     * Who ran it, and where.
     *
     * @param tenant tenant
     * @param application name of the application
     * @param dbSystem OpenTelemetry name of the kind of database
     * @param dbName the database
     * @param dbUser the database's user
     * @param endUser on whose behalf the application ran it
     * @param traceId W3C trace id
     */
    public record Origin(
            @Schema(nullable = true) String tenant,
            @Schema(nullable = true) String application,

            @Schema(nullable = true, example = "postgresql") String dbSystem,

            @Schema(nullable = true) String dbName,
            @Schema(nullable = true) String dbUser,
            @Schema(nullable = true) String endUser,
            @Schema(nullable = true) String traceId) {

        static Origin of(EventSummary.Origin origin) {
            return new Origin(
                    Unknowns.text(origin.tenant()),
                    Unknowns.text(origin.application()),
                    Unknowns.text(origin.dbSystem()),
                    Unknowns.text(origin.dbName()),
                    Unknowns.text(origin.dbUser()),
                    Unknowns.text(origin.endUser()),
                    Unknowns.text(origin.traceId()));
        }
    }

    /**
     * What was executed.
     *
     * @param kind what the statement does
     * @param fingerprint its shape, shared by executions that differ only in values
     * @param sql the redacted text; in lists its first 1000 characters
     * @param sqlTruncated whether the text is longer than shown
     * @param tablesRead tables it reads
     * @param tablesWritten tables it changes
     */
    public record Executed(
            @Schema(example = "SELECT") String kind,
            String fingerprint,

            @Schema(description = "Redacted; in lists the first 1000 characters")
            String sql,

            boolean sqlTruncated,
            List<String> tablesRead,
            List<String> tablesWritten) {

        static Executed of(EventSummary event) {
            return new Executed(
                    event.kind(),
                    event.fingerprint(),
                    event.sql(),
                    event.sqlCut(),
                    event.tablesRead(),
                    event.tablesWritten());
        }
    }

    /**
     * How it went.
     *
     * @param durationMs how long it took, in milliseconds
     * @param rowsAffected rows changed, null if unknown
     * @param rowsReturned rows that the application read, null if unknown
     * @param failed whether the database failed it
     * @param sqlState SQLSTATE of the failure
     */
    public record Outcome(
            long durationMs,
            @Schema(nullable = true) Long rowsAffected,
            @Schema(nullable = true) Long rowsReturned,
            boolean failed,
            @Schema(nullable = true) String sqlState) {

        static Outcome of(EventSummary.Outcome outcome) {
            return new Outcome(
                    outcome.duration().toMillis(),
                    Unknowns.number(outcome.rowsAffected()),
                    Unknowns.number(outcome.rowsReturned()),
                    outcome.failed(),
                    Unknowns.text(outcome.sqlState()));
        }
    }

    /**
     * What the product says of it.
     *
     * @param severity severity of the worst finding
     * @param risk 0 (none) to 100
     * @param confidence how sure the verdict is, 0 to 100
     * @param rules rules that raised a finding
     * @param complete false if something could not be checked; SAFE then does not mean clean
     */
    public record Verdict(
            @Schema(enumeration = {"SAFE", "LOW", "MEDIUM", "HIGH", "CRITICAL"})
            String severity,

            int risk,
            int confidence,
            List<String> rules,

            @Schema(description = "False if something could not be checked: SAFE then does not mean clean")
            boolean complete) {

        static Verdict of(EventSummary.Judgement verdict) {
            return new Verdict(
                    verdict.severity().name(),
                    verdict.risk(),
                    verdict.confidence(),
                    verdict.rules(),
                    verdict.complete());
        }
    }
}
