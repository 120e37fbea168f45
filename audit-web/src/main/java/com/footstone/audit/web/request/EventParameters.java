package com.footstone.audit.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.query.EventFilter;
import com.footstone.audit.query.EventPosition;
import com.footstone.audit.query.EventSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.TimeRange;

/** What a list of events may be asked for. Conditions are joined by "and". */
public class EventParameters extends PageParameters<EventPosition> {

    @QueryParam("from")
    @Parameter(
            description = "Executed at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Executed before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("severity")
    @Parameter(
            description = "Least severity of the verdict",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"SAFE", "LOW", "MEDIUM", "HIGH", "CRITICAL"}))
    String severity;

    @QueryParam("rule")
    @Parameter(description = "A rule that raised a finding", example = "SlowQuery")
    String rule;

    @QueryParam("fingerprint")
    @Parameter(
            description = "Fingerprint of the statement",
            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-f]{32}"))
    String fingerprint;

    @QueryParam("application")
    @Parameter(description = "Application that ran the statement")
    String application;

    @QueryParam("tenant")
    @Parameter(description = "Tenant that the event belongs to")
    String tenant;

    @QueryParam("user")
    @Parameter(description = "End user or database user")
    String user;

    @QueryParam("table")
    @Parameter(
            description = "Table read or written, whatever the case. Without a schema: the table in any schema",
            example = "orders")
    String table;

    @QueryParam("kind")
    @Parameter(
            description = "What the statement does",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "DDL", "DCL", "TCL", "CALL", "SET",
                                "EXPLAIN", "COPY", "OTHER", "UNKNOWN"
                            }))
    String kind;

    @QueryParam("traceId")
    @Parameter(description = "W3C trace id")
    String traceId;

    @QueryParam("failed")
    @Parameter(description = "Whether the database failed it", schema = @Schema(type = SchemaType.BOOLEAN))
    String failed;

    @QueryParam("q")
    @Parameter(description = "Words, at most 16, that all stand in the redacted text, whatever the case")
    String q;

    public EventParameters() {
        super("audits");
    }

    /**
     * The conditions.
     *
     * @throws InvalidParameterException if one cannot be met by any event
     */
    public EventFilter filter() {
        try {
            return EventFilter.builder()
                    .range(new TimeRange(
                            new ParameterText("from", from).instant(), new ParameterText("to", to).instant()))
                    .severity(new ParameterText("severity", severity)
                            .oneOf(Severity.class)
                            .orElse(null))
                    .rule(new ParameterText("rule", rule).text().orElse(null))
                    .fingerprint(new ParameterText("fingerprint", fingerprint)
                            .fingerprint()
                            .orElse(null))
                    .application(
                            new ParameterText("application", application).text().orElse(null))
                    .tenant(new ParameterText("tenant", tenant).text().orElse(null))
                    .user(new ParameterText("user", user).text().orElse(null))
                    .table(new ParameterText("table", table).text().orElse(null))
                    .kind(new ParameterText("kind", kind)
                            .oneOf(StatementKind.class)
                            .orElse(null))
                    .traceId(new ParameterText("traceId", traceId).text().orElse(null))
                    .failed(new ParameterText("failed", failed).flag().orElse(null))
                    .words(new ParameterText("q", q).words())
                    .build();
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public String next(Page<EventSummary> page, Map<String, List<String>> given) {
        if (!page.more()) {
            return null;
        }
        EventPosition last = page.items().get(page.items().size() - 1).position();
        return next(last.timestamp(), last.id(), given);
    }

    @Override
    EventPosition place(Instant time, String id) {
        return new EventPosition(time, EventId.parse(id));
    }
}
