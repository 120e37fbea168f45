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
import com.footstone.audit.query.Page;

/**
 * Which page of a list is asked for. An entry's place in its list is a time and an id.
 *
 * @param <P> a place in the list
 */
public abstract class PageParameters<P> {

    private static final int USUAL_SIZE = 50;

    private final String list;

    @QueryParam(Cursor.NAME)
    @Parameter(description = "\"next\" of the page before, with all other conditions unchanged")
    String cursor;

    @QueryParam("limit")
    @Parameter(
            description = "Most entries of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    String limit;

    /** Parameters of the list of that name, whose cursors no other list takes. */
    PageParameters(String list) {
        this.list = list;
    }

    /** Most entries on the page. */
    public int size() {
        return new ParameterText("limit", limit).number(1, Page.MAX_SIZE, USUAL_SIZE);
    }

    /**
     * Where the page begins.
     *
     * @param given all parameters of the request
     */
    public Optional<P> after(Map<String, List<String>> given) {
        return Optional.ofNullable(cursor).map(text -> position(Cursor.place(text, Question.of(list, given))));
    }

    /** A place in the list; throws any of the three exceptions that {@link #position} takes if the id is none. */
    abstract P place(Instant time, String id);

    /** The cursor of what follows a place. */
    String next(Instant time, Object id, Map<String, List<String>> given) {
        return Cursor.of(time + " " + id, Question.of(list, given));
    }

    private P position(String place) {
        int space = place.indexOf(' ');
        try {
            return place(Instant.parse(place.substring(0, Math.max(space, 0))), place.substring(space + 1));
        } catch (DateTimeException | NumberFormatException | InvalidValueException e) {
            throw Cursor.fault();
        }
    }
}
