package com.footstone.audit.web.resource;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.query.Completeness;
import com.footstone.audit.query.CompletenessQueries;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.request.CompletenessParameters;
import com.footstone.audit.web.response.CompletenessPage;

/** Whether everything came. */
@Path("/completeness")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Completeness", description = "Whether everything came that producers sent")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class CompletenessResource {

    private final Clock clock = Clock.systemUTC();

    @Inject
    CompletenessQueries queries;

    @GET
    @Operation(
            operationId = "getCompleteness",
            summary = "What each producer sent in a range, what is missing, and whether that is all",
            description =
                    "A range is one of times of execution. Received are the numbers of events executed in it. What"
                            + " is missing has no time of its own: a stretch of missing numbers counts to every range that"
                            + " overlaps the time between the events around it, both included; and likewise what a producer"
                            + " says it dropped between two events. An execution gets its number when it ends, so one that"
                            + " still runs is not missing. A range is at most 400 days long. \"complete\" is about all"
                            + " producers that meet the conditions, on whichever page; it is true only if nothing in"
                            + " \"doubts\" speaks against it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of producers",
            content = @Content(schema = @Schema(implementation = CompletenessPage.class)))
    public CompletenessPage get(@BeanParam CompletenessParameters parameters, @Context UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        Completeness completeness = queries.of(parameters.filter(clock), parameters.after(given), parameters.size());
        return CompletenessPage.of(completeness, parameters.next(completeness, given));
    }
}
