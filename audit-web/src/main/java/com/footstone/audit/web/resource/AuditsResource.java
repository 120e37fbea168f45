package com.footstone.audit.web.resource;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.custody.EventErasure;
import com.footstone.audit.model.EventId;
import com.footstone.audit.query.EventQueries;
import com.footstone.audit.query.EventSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.problem.NotKeptException;
import com.footstone.audit.web.request.ErasureParameters;
import com.footstone.audit.web.request.EventIdText;
import com.footstone.audit.web.request.EventParameters;
import com.footstone.audit.web.response.AuditDetails;
import com.footstone.audit.web.response.AuditItem;
import com.footstone.audit.web.response.AuditPage;
import com.footstone.audit.web.response.ErasureAnswer;

/** Every audited execution. */
@Path("/audits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Audits", description = "Every audited execution")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class AuditsResource {

    @Inject
    EventQueries events;

    @Inject
    EventErasure erasure;

    @GET
    @Operation(operationId = "listAudits", summary = "The newest executions that meet all conditions, a page at a time")
    @APIResponse(
            responseCode = "200",
            description = "A page of executions",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public AuditPage list(@BeanParam EventParameters parameters, @Context UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        Page<EventSummary> page = events.list(parameters.filter(), parameters.after(given), parameters.size());
        return new AuditPage(page.items().stream().map(AuditItem::of).toList(), parameters.next(page, given));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getAudit", summary = "Everything that is known of one execution")
    @APIResponse(
            responseCode = "200",
            description = "The execution",
            content = @Content(schema = @Schema(implementation = AuditDetails.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    public AuditDetails get(
            @PathParam("id") @Parameter(description = "Topic, partition and offset", example = "sql-audit-events:0:42")
                    String id) {
        return events.find(EventIdText.parse(id))
                .map(AuditDetails::of)
                .orElseThrow(() -> new NotKeptException("event"));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "eraseAudit",
            summary = "Erase one execution for good, leaving a signed tombstone",
            description = "The row goes, and with it the example of a finding that was taken from it. Counts stay.")
    @APIResponse(
            responseCode = "200",
            description = "It is erased",
            content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Its tombstone is kept; the row goes as soon as ClickHouse lets it",
            content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    @APIResponse(responseCode = "409", ref = Refusals.CONFLICT)
    public Response erase(
            @PathParam("id") @Parameter(description = "Topic, partition and offset", example = "sql-audit-events:0:42")
                    String id,
            @BeanParam ErasureParameters parameters,
            @Context SecurityContext caller) {
        EventId event = EventIdText.parse(id);
        EventErasure.Outcome outcome = erasure.erase(
                event, parameters.reason(), caller.getUserPrincipal().getName());
        return switch (outcome) {
            case ERASED, PENDING ->
                Response.status(outcome == EventErasure.Outcome.ERASED ? Response.Status.OK : Response.Status.ACCEPTED)
                        .entity(new ErasureAnswer(event.toString(), outcome.name()))
                        .build();
            case NOT_SEALED -> throw new ClientErrorException(Response.Status.CONFLICT);
            case UNKNOWN -> throw new NotKeptException("event");
        };
    }
}
