package com.footstone.audit.web.resource;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.governance.PolicyDesk;
import com.footstone.audit.query.ExemptionSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.PolicyQueries;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.policy.ExemptionDraft;
import com.footstone.audit.web.policy.ExemptionItem;
import com.footstone.audit.web.policy.ExemptionPage;
import com.footstone.audit.web.problem.NotKeptException;
import com.footstone.audit.web.request.Body;
import com.footstone.audit.web.request.NumberText;
import com.footstone.audit.web.request.NumberedPageParameters;

/** What is let pass for a time, because one person answers for it and another approved. */
@Path("/policy/exemptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Policy")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class ExemptionsResource {

    @Inject
    PolicyQueries policies;

    @Inject
    PolicyDesk desk;

    private final Clock clock = Clock.systemUTC();

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.VIEWER})
    @Operation(operationId = "listExemptions", summary = "All exemptions that were asked for, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of exemptions",
            content = @Content(schema = @Schema(implementation = ExemptionPage.class)))
    public ExemptionPage list(@BeanParam NumberedPageParameters parameters) {
        Page<ExemptionSummary> page = policies.exemptions(parameters.before(), parameters.size());
        List<ExemptionItem> items = page.items().stream().map(this::shown).toList();
        return new ExemptionPage(
                items, page.more() ? items.get(items.size() - 1).id() : null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForExemption",
            summary = "Asks for an exemption",
            description = "It has no effect until somebody else approves.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ExemptionDraft.class)))
    @APIResponse(
            responseCode = "201",
            description = "It waits for approval",
            content = @Content(schema = @Schema(implementation = ExemptionItem.class)))
    public Response ask(InputStream body, @Context SecurityContext caller) {
        String by = caller.getUserPrincipal().getName();
        ExemptionSummary asked = Body.use(body, text -> desk.ask(text, by));
        return Response.status(Response.Status.CREATED).entity(shown(asked)).build();
    }

    @POST
    @Path("{id}/approval")
    @Operation(
            operationId = "approveExemption",
            summary = "Puts an exemption in force, which makes a new version of the policy",
            description = "Whoever asked for it cannot.")
    @APIResponse(
            responseCode = "200",
            description = "It is in force",
            content = @Content(schema = @Schema(implementation = ExemptionItem.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    @APIResponse(responseCode = "409", ref = Refusals.POLICY_REFUSED)
    public ExemptionItem approve(
            @PathParam("id") @Parameter(example = "7") String id, @Context SecurityContext caller) {
        return known(desk.approve(
                NumberText.parse("id", id), caller.getUserPrincipal().getName()));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "endExemption",
            summary = "Declines an exemption, or takes one back, which makes a new version of the policy")
    @APIResponse(
            responseCode = "200",
            description = "It is over",
            content = @Content(schema = @Schema(implementation = ExemptionItem.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    @APIResponse(responseCode = "409", ref = Refusals.POLICY_REFUSED)
    public ExemptionItem end(@PathParam("id") @Parameter(example = "7") String id, @Context SecurityContext caller) {
        return known(
                desk.end(NumberText.parse("id", id), caller.getUserPrincipal().getName()));
    }

    private ExemptionItem known(Optional<ExemptionSummary> exemption) {
        return exemption.map(this::shown).orElseThrow(() -> new NotKeptException("exemption"));
    }

    private ExemptionItem shown(ExemptionSummary exemption) {
        return ExemptionItem.of(exemption, clock.instant());
    }
}
