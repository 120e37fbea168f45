package com.footstone.audit.web.request;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.TimeRange;

/** Which evidence is asked for. */
public class EvidenceParameters {

    @QueryParam("from")
    @Parameter(
            description = "Batches received from here on. Otherwise from the first that is kept",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Batches received before. Otherwise to the newest",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    /**
     * The stretch of time.
     *
     * @throws InvalidParameterException if it is none
     */
    public TimeRange range() {
        try {
            return new TimeRange(new ParameterText("from", from).instant(), new ParameterText("to", to).instant());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }
}
