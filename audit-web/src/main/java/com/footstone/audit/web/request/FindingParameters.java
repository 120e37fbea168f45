package com.footstone.audit.web.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
public class FindingParameters {

    private static final String LIST = "findings";
    private static final int USUAL_SIZE = 50;

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

    @QueryParam(Cursor.NAME)
    @Parameter(description = "\"next\" of the page before, with all other conditions unchanged")
    String cursor;

    @QueryParam("limit")
    @Parameter(
            description = "Most findings on a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    String limit;

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

    /** Most findings on the page. */
    public int size() {
        return new ParameterText("limit", limit).number(1, Page.MAX_SIZE, USUAL_SIZE);
    }

    /**
     * Where the page begins.
     *
     * @param given all parameters of the request
     */
    public Optional<FindingPosition> after(Map<String, List<String>> given) {
        return Optional.ofNullable(cursor).map(text -> position(Cursor.place(text, Question.of(LIST, given))));
    }

    /** The cursor of what follows the page, or null if nothing does. */
    public static String next(Page<FindingSummary> page, Map<String, List<String>> given) {
        if (!page.more()) {
            return null;
        }
        FindingPosition last = page.items().get(page.items().size() - 1).position();
        return Cursor.of(last.lastSeen() + " " + last.id(), Question.of(LIST, given));
    }

    private static FindingPosition position(String place) {
        int space = place.indexOf(' ');
        try {
            return new FindingPosition(
                    Instant.parse(place.substring(0, Math.max(space, 0))), Long.parseLong(place.substring(space + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw Cursor.fault();
        }
    }
}
