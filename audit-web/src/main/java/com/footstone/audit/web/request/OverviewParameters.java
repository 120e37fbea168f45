package com.footstone.audit.web.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.OverviewFilter;
import com.footstone.audit.query.TimeRange;

/** What an overview may be asked of. */
public class OverviewParameters {

    private static final Duration USUAL_RANGE = Duration.ofHours(24);

    @QueryParam("from")
    @Parameter(
            description = "Begin, rounded down to the hour. Otherwise 24 hours before the end",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "End, rounded up to the hour. Otherwise now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("application")
    @Parameter(description = "Application that ran the statements")
    String application;

    @QueryParam("tenant")
    @Parameter(description = "Tenant that the events belong to")
    String tenant;

    /**
     * The conditions.
     *
     * @param clock tells what is now
     * @throws InvalidParameterException if one cannot be met
     */
    public OverviewFilter filter(Clock clock) {
        Instant end = new ParameterText("to", to).instant().orElseGet(clock::instant);
        try {
            TimeRange range =
                    TimeRange.between(new ParameterText("from", from).instant().orElseGet(() -> usualBegin(end)), end);
            return new OverviewFilter(
                    range.from().orElseThrow(),
                    range.to().orElseThrow(),
                    new ParameterText("tenant", tenant).text(),
                    new ParameterText("application", application).text());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** An end that leaves no room for a day before it is refused as what it is, not for the begin that nobody gave. */
    private static Instant usualBegin(Instant end) {
        if (end.isBefore(Instant.EPOCH.plus(USUAL_RANGE))) {
            throw new InvalidParameterException("to", "is before 1970-01-02: give a later one");
        }
        return end.minus(USUAL_RANGE);
    }
}
