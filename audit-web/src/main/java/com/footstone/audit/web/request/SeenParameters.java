package com.footstone.audit.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.Severity;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.SeenPosition;
import com.footstone.audit.query.TimeRange;

/** What every list of things that are seen again and again may be asked for. Conditions are joined by "and". */
public abstract class SeenParameters extends PageParameters<SeenPosition> {

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

    @QueryParam("fingerprint")
    @Parameter(
            description = "Fingerprint of the statement that it is about",
            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-f]{32}"))
    String fingerprint;

    @QueryParam("application")
    @Parameter(description = "Application that it is about")
    String application;

    @QueryParam("tenant")
    @Parameter(description = "Tenant that it belongs to")
    String tenant;

    SeenParameters(String list) {
        super(list);
    }

    TimeRange range() {
        return new TimeRange(new ParameterText("from", from).instant(), new ParameterText("to", to).instant());
    }

    Optional<Severity> leastSeverity() {
        return new ParameterText("severity", severity).oneOf(Severity.class);
    }

    Optional<String> ofFingerprint() {
        return new ParameterText("fingerprint", fingerprint).fingerprint();
    }

    Optional<String> ofApplication() {
        return new ParameterText("application", application).text();
    }

    Optional<String> ofTenant() {
        return new ParameterText("tenant", tenant).text();
    }

    /** The cursor of what follows the page, or null if nothing does. */
    <T> String next(Page<T> page, Function<T, SeenPosition> position, Map<String, List<String>> given) {
        if (!page.more()) {
            return null;
        }
        SeenPosition last = position.apply(page.items().get(page.items().size() - 1));
        return next(last.lastSeen(), last.id(), given);
    }

    @Override
    SeenPosition place(Instant time, String id) {
        return new SeenPosition(time, Long.parseLong(id));
    }
}
