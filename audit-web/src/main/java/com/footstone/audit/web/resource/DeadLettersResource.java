package com.footstone.audit.web.resource;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.query.DeadLetterPage;
import com.footstone.audit.query.DeadLetters;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.problem.NotKeptException;
import com.footstone.audit.web.request.DeadLetterParameters;
import com.footstone.audit.web.request.EventIdText;
import com.footstone.audit.web.response.DeadLetterInspection;
import com.footstone.audit.web.response.DeadLetterItem;
import com.footstone.audit.web.response.DeadLetterList;
import com.footstone.audit.web.response.ReplayReceipt;

/** Records that were refused because they are not events. Only for those who may change something. */
@Path("/dead-letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Dead letters", description = "Records that were refused because they are not events; for audit-admin only")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class DeadLettersResource {

    private static final String LETTER = "dead letter";

    @Inject
    DeadLetters letters;

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "The refused records that meet all conditions, newest first, a page at a time",
            description = "Read from the dead-letter topic. A page ends early where too much would have to be looked"
                    + " through; go on as long as there is a next one.")
    @APIResponse(
            responseCode = "200",
            description = "A page of refused records",
            content = @Content(schema = @Schema(implementation = DeadLetterList.class)))
    public DeadLetterList list(@BeanParam DeadLetterParameters parameters, @Context UriInfo uri) {
        Map<String, List<String>> given = uri.getQueryParameters();
        DeadLetterPage page = letters.list(parameters.filter(), parameters.before(given), parameters.size());
        return new DeadLetterList(
                page.items().stream().map(DeadLetterItem::of).toList(),
                page.next()
                        .map(place -> DeadLetterParameters.next(place, given))
                        .orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "One refused record: what it consists of, and what the running version says of it now")
    @APIResponse(
            responseCode = "200",
            description = "The record, without its values",
            content = @Content(schema = @Schema(implementation = DeadLetterInspection.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    public DeadLetterInspection get(
            @PathParam("id")
                    @Parameter(description = "Place in the dead-letter topic", example = "sql-audit-events-dlq:0:42")
                    String id) {
        return letters.find(EventIdText.parse(id))
                .map(DeadLetterInspection::of)
                .orElseThrow(() -> new NotKeptException(LETTER));
    }

    @POST
    @Path("{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Sends a refused record to the topic of events again, once",
            description = "Whoever asks again hears what was done the first time.")
    @APIResponse(
            responseCode = "200",
            description = "It was sent, now or before",
            content = @Content(schema = @Schema(implementation = ReplayReceipt.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    @APIResponse(responseCode = "409", ref = Refusals.REPLAY_REFUSED)
    public ReplayReceipt replay(
            @PathParam("id")
                    @Parameter(description = "Place in the dead-letter topic", example = "sql-audit-events-dlq:0:42")
                    String id,
            @Context SecurityContext caller) {
        return letters.replay(EventIdText.parse(id), caller.getUserPrincipal().getName())
                .map(ReplayReceipt::of)
                .orElseThrow(() -> new NotKeptException(LETTER));
    }
}
