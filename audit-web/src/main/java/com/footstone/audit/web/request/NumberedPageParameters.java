package com.footstone.audit.web.request;

import java.util.OptionalLong;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is asked for whose entries are numbered and never change their place. */
public class NumberedPageParameters {

    private static final int USUAL_SIZE = 20;
    private static final int MAX_SIZE = 100;

    @QueryParam("before")
    @Parameter(description = "\"next\" of the page before", schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    String before;

    @QueryParam("limit")
    @Parameter(
            description = "Most entries of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    String limit;

    /** The number that the page before ended with. */
    public OptionalLong before() {
        return before == null
                ? OptionalLong.empty()
                : OptionalLong.of(new ParameterText("before", before).number(1, Integer.MAX_VALUE, 1));
    }

    /** Most entries on the page. */
    public int size() {
        return new ParameterText("limit", limit).number(1, MAX_SIZE, USUAL_SIZE);
    }
}
