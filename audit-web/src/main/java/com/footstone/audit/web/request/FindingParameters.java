package com.footstone.audit.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;
import com.footstone.audit.query.FindingFilter;
import com.footstone.audit.query.FindingPosition;
import com.footstone.audit.query.FindingSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.TimeRange;

/** What a list of findings may be asked for. Conditions are joined by "and". */
public class FindingParameters extends PageParameters<FindingPosition> {

    @QueryParam("from")
    @Parameter(
            description = "Last seen at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Last seen before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("severity")
    @Parameter(
            description = "Least severity",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"LOW", "MEDIUM", "HIGH", "CRITICAL"}))
    String severity;

    @QueryParam("rule")
    @Parameter(description = "The rule that raised it", example = "SlowQuery")
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
    @Parameter(description = "Tenant that it belongs to")
    String tenant;

    public FindingParameters() {
        super("findings");
    }

    /**
     * The conditions.
     *
     * @throws InvalidParameterException if one cannot be met by any finding
     */
    public FindingFilter filter() {
        try {
            return new FindingFilter(
                    new TimeRange(new ParameterText("from", from).instant(), new ParameterText("to", to).instant()),
                    new ParameterText("severity", severity).oneOf(Severity.class),
                    new ParameterText("rule", rule).text(),
                    new ParameterText("fingerprint", fingerprint).fingerprint(),
                    new ParameterText("application", application).text(),
                    new ParameterText("tenant", tenant).text());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public String next(Page<FindingSummary> page, Map<String, List<String>> given) {
        if (!page.more()) {
            return null;
        }
        FindingPosition last = page.items().get(page.items().size() - 1).position();
        return next(last.lastSeen(), last.id(), given);
    }

    @Override
    FindingPosition place(Instant time, String id) {
        return new FindingPosition(time, Long.parseLong(id));
    }
}
