package com.footstone.audit.web.resource;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.query.EventQueries;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.request.OverviewParameters;
import com.footstone.audit.web.response.StatisticsOverview;

/** What happened, in numbers. */
@Path("/statistics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Statistics", description = "What happened, in numbers")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class StatisticsResource {

    private final Clock clock = Clock.systemUTC();

    @Inject
    EventQueries events;

    @GET
    @Path("overview")
    @Operation(
            operationId = "getOverview",
            summary = "Executions, failures, durations and findings over some hours",
            description =
                    "Numbers are kept by the hour: a range is widened to the hours that it touches, and the answer"
                            + " says to which. A range is at most 400 days long.")
    @APIResponse(
            responseCode = "200",
            description = "The numbers",
            content = @Content(schema = @Schema(implementation = StatisticsOverview.class)))
    public StatisticsOverview overview(@BeanParam OverviewParameters parameters) {
        return StatisticsOverview.of(events.overview(parameters.filter(clock)));
    }
}
