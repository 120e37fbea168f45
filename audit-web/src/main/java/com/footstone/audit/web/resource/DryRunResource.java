package com.footstone.audit.web.resource;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.governance.DryRun;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.policy.DryRunDraft;
import com.footstone.audit.web.policy.DryRunItem;
import com.footstone.audit.web.request.Body;

/** What a change of the policy would have done. */
@Path("/policy/dry-run")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Policy")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class DryRunResource {

    @Inject
    DryRun dryRun;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "dryRunPolicy",
            summary = "Shows what a change would have done to the events of the last hours, and changes nothing",
            description = "Looks at the newest 20,000 events at most, and at 32 million characters of their texts.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DryRunDraft.class)))
    @APIResponse(
            responseCode = "200",
            description = "What would have been",
            content = @Content(schema = @Schema(implementation = DryRunItem.class)))
    @APIResponse(responseCode = "409", ref = Refusals.POLICY_REFUSED)
    public DryRunItem run(InputStream body) {
        return DryRunItem.of(Body.use(body, dryRun::run));
    }
}
