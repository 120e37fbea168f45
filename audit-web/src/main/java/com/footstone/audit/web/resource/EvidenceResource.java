package com.footstone.audit.web.resource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.query.EvidenceExports;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.problem.NotKeptException;
import com.footstone.audit.web.request.EventIdText;
import com.footstone.audit.web.request.EvidenceParameters;

/** What proves that events are as they were stored. */
@Path("/evidence")
@RequestScoped
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Evidence", description = "What proves that events are as they were stored")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class EvidenceResource {

    private static final String LINES = "application/x-ndjson";

    @Inject
    EvidenceExports exports;

    @GET
    @Produces(LINES)
    @Operation(
            operationId = "exportEvidence",
            summary = "Signed batches, chains and tombstones, a JSON object a line",
            description =
                    "Whole only with its last line, which signs all others. docs/evidence.md tells how to verify.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(mediaType = LINES, schema = @Schema(implementation = String.class)))
    public Response export(@BeanParam EvidenceParameters parameters) {
        EvidenceExports.Export export = exports.begin(parameters.range());
        StreamingOutput lines = export::writeTo;
        return Response.ok(lines, LINES).build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proveAudit", summary = "The proof that one execution is in a signed batch")
    @APIResponse(
            responseCode = "200",
            description = "The path of hashes from the execution's row to the batch's root, and the batch",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    public String prove(
            @PathParam("id") @Parameter(description = "Topic, partition and offset", example = "sql-audit-events:0:42")
                    String id) {
        return exports.proof(EventIdText.parse(id))
                .orElseThrow(() -> new NotKeptException("event"))
                .json();
    }
}
