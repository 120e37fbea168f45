package com.footstone.audit.web.resource;

import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.query.StatementQueries;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.problem.NotKeptException;
import com.footstone.audit.web.request.InvalidParameterException;
import com.footstone.audit.web.response.StatementDetails;

/** The catalogue of statements, by fingerprint. */
@Path("/statements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Statements", description = "The catalogue of statements, by fingerprint")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class StatementsResource {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

    @Inject
    StatementQueries statements;

    @GET
    @Path("{fingerprint}")
    @Operation(operationId = "getStatement", summary = "What is known of all executions that share a fingerprint")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = @Content(schema = @Schema(implementation = StatementDetails.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    public StatementDetails get(
            @PathParam("fingerprint") @Parameter(schema = @Schema(pattern = "[0-9a-f]{32}")) String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new InvalidParameterException("fingerprint", "is not 32 hexadecimal digits in lower case");
        }
        return statements
                .find(fingerprint)
                .map(StatementDetails::of)
                .orElseThrow(() -> new NotKeptException("statement"));
    }
}
