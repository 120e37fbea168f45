package com.footstone.audit.web.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.Completeness;
import com.footstone.audit.query.CompletenessFilter;
import com.footstone.audit.query.CompletenessPosition;
import com.footstone.audit.query.ProducerCompleteness;

/** Whose completeness may be asked for. Conditions are joined by "and". */
public class CompletenessParameters extends PageParameters<CompletenessPosition> {

    /** Leaves room for the usual begin. */
    private static final Instant EARLIEST_END = Instant.EPOCH.plus(CompletenessFilter.USUAL);

    @QueryParam("from")
    @Parameter(
            description = "Executed at this time or later. Otherwise 24 hours before the end",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description =
                    "Executed before this time. Otherwise the time up to which everything that Kafka held is stored",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("producerId")
    @Parameter(description = "One producer")
    String producerId;

    @QueryParam("tenant")
    @Parameter(description = "Producers that sent events of this tenant, and perhaps of others")
    String tenant;

    @QueryParam("application")
    @Parameter(description = "Producers that sent events of this application, and perhaps of others")
    String application;

    public CompletenessParameters() {
        super("completeness");
    }

    /**
     * The conditions.
     *
     * @param clock tells what is now
     * @throws InvalidParameterException if one cannot be met
     */
    public CompletenessFilter filter(Clock clock) {
        Optional<Instant> begin = new ParameterText("from", from).instant();
        Optional<Instant> end = new ParameterText("to", to).instant();
        if (end.isEmpty() && begin.isPresent() && !begin.get().isBefore(clock.instant())) {
            throw new InvalidParameterException("from", "is not in the past: give a to as well");
        }
        if (begin.isEmpty() && end.isPresent() && end.get().isBefore(EARLIEST_END)) {
            throw new InvalidParameterException("to", "is before " + EARLIEST_END + ": give a from as well");
        }
        try {
            return new CompletenessFilter(
                    begin,
                    end,
                    new ParameterText("producerId", producerId).text(),
                    new ParameterText("tenant", tenant).text(),
                    new ParameterText("application", application).text());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public String next(Completeness completeness, Map<String, List<String>> given) {
        if (!completeness.producers().more()) {
            return null;
        }
        List<ProducerCompleteness> items = completeness.producers().items();
        return next(completeness.to(), items.get(items.size() - 1).row(), given);
    }

    @Override
    CompletenessPosition place(Instant time, String id) {
        return new CompletenessPosition(time, Long.parseLong(id));
    }
}
