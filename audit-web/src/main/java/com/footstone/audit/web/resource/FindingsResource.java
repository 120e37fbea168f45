package com.footstone.audit.web.resource;

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

import com.footstone.audit.query.FindingQueries;
import com.footstone.audit.query.FindingSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.request.FindingParameters;
import com.footstone.audit.web.response.FindingItem;
import com.footstone.audit.web.response.FindingPage;

/** What rules hold against statements. */
@Path("/findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Findings", description = "What rules hold against statements")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class FindingsResource {

    @Inject
    FindingQueries findings;

    @GET
    @Operation(
            operationId = "listFindings",
            summary = "The findings that meet all conditions, last seen first, a page at a time",
            description = "A finding that occurs again moves to the front of the list. Whoever is paging by then may"
                    + " miss it, and finds it by beginning anew.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content = @Content(schema = @Schema(implementation = FindingPage.class)))
    public FindingPage list(@BeanParam FindingParameters parameters, @Context UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        Page<FindingSummary> page = findings.list(parameters.filter(), parameters.after(given), parameters.size());
        return new FindingPage(page.items().stream().map(FindingItem::of).toList(), parameters.next(page, given));
    }
}
