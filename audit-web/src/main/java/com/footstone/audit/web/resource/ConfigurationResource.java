package com.footstone.audit.web.resource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.footstone.audit.config.EffectiveConfiguration;
import com.footstone.audit.web.Refusals;
import com.footstone.audit.web.Roles;
import com.footstone.audit.web.response.ConfigurationView;

/** How the instance that answers is configured. Only for those who may change something. */
@Path("/configuration")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Configuration", description = "How the instance that answers is configured; for audit-admin only")
@APIResponse(responseCode = "400", ref = Refusals.INVALID)
@APIResponse(responseCode = "401", ref = Refusals.UNAUTHENTICATED)
@APIResponse(responseCode = "403", ref = Refusals.FORBIDDEN)
public class ConfigurationResource {

    @Inject
    EffectiveConfiguration configuration;

    @GET
    @Operation(
            operationId = "getConfiguration",
            summary = "Every setting with the value in force and where it comes from",
            description = "Secrets are masked. docs/configuration.md says what each setting accepts.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration",
            content = @Content(schema = @Schema(implementation = ConfigurationView.class)))
    public ConfigurationView get() {
        return ConfigurationView.of(configuration.settings(), configuration.unknown(), configuration.refusal());
    }
}
