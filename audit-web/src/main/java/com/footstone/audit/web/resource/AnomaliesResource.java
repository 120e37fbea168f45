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

import com.footstone.audit.query.AnomalyQueries;
import com.footstone.audit.query.AnomalySummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.request.AnomalyParameters;
import com.footstone.audit.web.response.AnomalyItem;
import com.footstone.audit.web.response.AnomalyPage;

/** What is conspicuous over many executions. */
@Path("/anomalies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Anomalies", description = "What is conspicuous over many executions")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class AnomaliesResource {

    @Inject
    AnomalyQueries anomalies;

    @GET
    @Operation(
            operationId = "listAnomalies",
            summary = "The anomalies that meet all conditions, last seen first, a page at a time",
            description = "One that goes on moves to the front of the list. Whoever is paging by then may miss it, and"
                    + " finds it by beginning anew.")
    @APIResponse(
            responseCode = "200",
            description = "A page of anomalies",
            content = @Content(schema = @Schema(implementation = AnomalyPage.class)))
    public AnomalyPage list(@BeanParam AnomalyParameters parameters, @Context UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        Page<AnomalySummary> page = anomalies.list(parameters.filter(), parameters.after(given), parameters.size());
        return new AnomalyPage(page.items().stream().map(AnomalyItem::of).toList(), parameters.next(page, given));
    }
}
