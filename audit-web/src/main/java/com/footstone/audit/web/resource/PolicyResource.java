package com.footstone.audit.web.resource;

import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.governance.PolicyDesk;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.PolicyChangeSummary;
import com.footstone.audit.query.PolicyQueries;
import com.footstone.audit.query.PolicyVersionSummary;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.policy.PolicyChangeDetails;
import com.footstone.audit.web.policy.PolicyChangeItem;
import com.footstone.audit.web.policy.PolicyChangePage;
import com.footstone.audit.web.policy.PolicyDraft;
import com.footstone.audit.web.policy.PolicyItem;
import com.footstone.audit.web.policy.PolicyVersionItem;
import com.footstone.audit.web.policy.PolicyVersionPage;
import com.footstone.audit.web.problem.NotKeptException;
import com.footstone.audit.web.request.Body;
import com.footstone.audit.web.request.NumberText;
import com.footstone.audit.web.request.NumberedPageParameters;

/** What is decided about judging. */
@Path("/policy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VIEWER})
@Tag(name = "Policy", description = "Which rules count where, how much, and what is exempted for a time")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
@APIResponse(responseCode = "503", ref = Refusals.UNAVAILABLE)
public class PolicyResource {

    @Inject
    PolicyQueries policies;

    @Inject
    PolicyDesk desk;

    @GET
    @Operation(operationId = "getPolicy", summary = "The version of the policy that is in force")
    @APIResponse(
            responseCode = "200",
            description = "The version in force",
            content = @Content(schema = @Schema(implementation = PolicyItem.class)))
    public PolicyItem inForce() {
        return PolicyItem.of(policies.inForce());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putPolicy",
            summary = "Replaces the adjustments, which makes a new version",
            description = "Every instance goes by it from its next batch on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PolicyDraft.class)))
    @APIResponse(
            responseCode = "200",
            description = "The version that came of it",
            content = @Content(schema = @Schema(implementation = PolicyItem.class)))
    @APIResponse(responseCode = "409", ref = Refusals.POLICY_REFUSED)
    public PolicyItem adjust(InputStream body, @Context SecurityContext caller) {
        String by = caller.getUserPrincipal().getName();
        return PolicyItem.of(Body.use(body, text -> desk.adjust(text, by)));
    }

    @GET
    @Path("versions")
    @Operation(
            operationId = "listPolicyVersions",
            summary = "All versions that there were, newest first, without what they say")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions",
            content = @Content(schema = @Schema(implementation = PolicyVersionPage.class)))
    public PolicyVersionPage versions(@BeanParam NumberedPageParameters parameters) {
        Page<PolicyVersionSummary> page = policies.versions(parameters.before(), parameters.size());
        List<PolicyVersionItem> items =
                page.items().stream().map(PolicyVersionItem::of).toList();
        return new PolicyVersionPage(
                items, page.more() ? items.get(items.size() - 1).version() : null);
    }

    @GET
    @Path("versions/{version}")
    @Operation(operationId = "getPolicyVersion", summary = "The version that a verdict names")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = PolicyItem.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    public PolicyItem version(@PathParam("version") @Parameter(example = "3") String version) {
        return policies.find(NumberText.parse("version", version))
                .map(PolicyItem::of)
                .orElseThrow(() -> new NotKeptException("version of the policy"));
    }

    @GET
    @Path("changes")
    @Operation(operationId = "listPolicyChanges", summary = "Who made changes and when, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = PolicyChangePage.class)))
    public PolicyChangePage changes(@BeanParam NumberedPageParameters parameters) {
        Page<PolicyChangeSummary> page = policies.changes(parameters.before(), parameters.size());
        List<PolicyChangeItem> items =
                page.items().stream().map(PolicyChangeItem::of).toList();
        return new PolicyChangePage(
                items, page.more() ? items.get(items.size() - 1).id() : null);
    }

    @GET
    @Path("changes/{change}")
    @Operation(operationId = "getPolicyChange", summary = "A change, with what was before and after")
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content = @Content(schema = @Schema(implementation = PolicyChangeDetails.class)))
    @APIResponse(responseCode = "404", ref = Refusals.NOT_FOUND)
    public PolicyChangeDetails change(@PathParam("change") @Parameter(example = "12") String change) {
        return policies.change(NumberText.parse("change", change))
                .map(PolicyChangeDetails::of)
                .orElseThrow(() -> new NotKeptException("change of the policy"));
    }
}
