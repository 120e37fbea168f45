package com.footstone.audit.web.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.DeadLetterFilter;
import com.footstone.audit.query.DeadLetterPosition;
import com.footstone.audit.query.DeadLetters;
import com.footstone.audit.query.TimeRange;

/** What a list of refused records may be asked for. Conditions are joined by "and". */
public class DeadLetterParameters {

    private static final String LIST = "dead-letters";
    private static final int USUAL_SIZE = 50;

    @QueryParam("from")
    @Parameter(
            description = "Refused at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Refused before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("reason")
    @Parameter(description = "Why it was refused", example = "FUTURE_TIMESTAMP")
    String reason;

    @QueryParam(Cursor.NAME)
    @Parameter(description = "\"next\" of the page before, with all other conditions unchanged")
    String cursor;

    @QueryParam("limit")
    @Parameter(
            description = "Most letters of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    /**
     * The conditions.
     *
     * @throws InvalidParameterException if one cannot be met by any letter
     */
    public DeadLetterFilter filter() {
        try {
            return new DeadLetterFilter(
                    new TimeRange(new ParameterText("from", from).instant(), new ParameterText("to", to).instant()),
                    new ParameterText("reason", reason).text());
        } catch (InvalidValueException e) {
            throw InvalidParameterException.of(e);
        }
    }

    /** Most letters on the page. */
    public int size() {
        return new ParameterText("limit", limit).number(1, DeadLetters.MAX_SIZE, USUAL_SIZE);
    }

    /**
     * Where the page before ended.
     *
     * @param given all parameters of the request
     */
    public Optional<DeadLetterPosition> before(Map<String, List<String>> given) {
        return Optional.ofNullable(cursor).map(text -> position(Cursor.place(text, Question.of(LIST, given))));
    }

    /** The cursor of what follows a place. */
    public static String next(DeadLetterPosition place, Map<String, List<String>> given) {
        String text = new TreeMap<>(place.before())
                .entrySet().stream()
                        .map(one -> one.getKey() + ":" + one.getValue())
                        .collect(Collectors.joining(" "));
        return Cursor.of(text, Question.of(LIST, given));
    }

    private static DeadLetterPosition position(String place) {
        Map<Integer, Long> before = new TreeMap<>();
        try {
            for (String one : place.split(" ", -1)) {
                int colon = one.indexOf(':');
                before.put(
                        Integer.valueOf(one.substring(0, Math.max(colon, 0))), Long.valueOf(one.substring(colon + 1)));
            }
            return new DeadLetterPosition(before);
        } catch (IllegalArgumentException e) {
            throw Cursor.fault();
        }
    }
}
