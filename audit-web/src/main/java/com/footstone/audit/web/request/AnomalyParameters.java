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
import com.footstone.audit.query.AnomalyFilter;
import com.footstone.audit.query.AnomalyPosition;
import com.footstone.audit.query.AnomalySummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.TimeRange;

/** What a list of anomalies may be asked for. Conditions are joined by "and". */
public class AnomalyParameters extends PageParameters<AnomalyPosition> {

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

    @QueryParam("detector")
    @Parameter(description = "The detector that found it", example = "ErrorRate")
    String detector;

    @QueryParam("fingerprint")
    @Parameter(
            description = "Fingerprint of the statement that it is about",
            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-f]{32}"))
    String fingerprint;

    @QueryParam("application")
    @Parameter(description = "Application that it is about")
    String application;

    @QueryParam("user")
    @Parameter(description = "Database user or end user that it is about")
    String user;

    @QueryParam("tenant")
    @Parameter(description = "Tenant that it belongs to")
    String tenant;

    public AnomalyParameters() {
        super("anomalies");
    }

    /**
     * The conditions.
     *
     * @throws InvalidParameterException if one cannot be met by any anomaly
     */
    public AnomalyFilter filter() {
        try {
            return new AnomalyFilter(
                    new TimeRange(new ParameterText("from", from).instant(), new ParameterText("to", to).instant()),
                    new ParameterText("severity", severity).oneOf(Severity.class),
                    new ParameterText("detector", detector).text(),
                    new ParameterText("fingerprint", fingerprint).fingerprint(),
                    new ParameterText("application", application).text(),
                    new ParameterText("user", user).text(),
                    new ParameterText("tenant", tenant).text());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public String next(Page<AnomalySummary> page, Map<String, List<String>> given) {
        if (!page.more()) {
            return null;
        }
        AnomalyPosition last = page.items().get(page.items().size() - 1).position();
        return next(last.lastSeen(), last.id(), given);
    }

    @Override
    AnomalyPosition place(Instant time, String id) {
        return new AnomalyPosition(time, Long.parseLong(id));
    }
}
