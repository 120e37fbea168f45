package com.footstone.audit.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

import com.footstone.audit.web.problem.Problem;

/** The REST API. Every address needs a JWT whose {@code groups} claim has one of the {@link Roles}. */
@ApplicationPath("/api/v1")
@DeclareRoles({Roles.ADMIN, Roles.VIEWER})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "SQL Audit",
                        version = "1",
                        description = "What applications executed on their databases, and what is to be said of it."),
        security = @SecurityRequirement(name = "jwt"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "jwt",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description = "The groups claim has audit-admin or audit-viewer"),
                        responses = {
                            @APIResponse(
                                    name = Refusals.INVALID,
                                    description = "A parameter is unknown, repeated or not valid",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.UNAUTHENTICATED,
                                    description = "There is no token, or it is not valid or has expired",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.FORBIDDEN,
                                    description = "The token does not grant the role that this takes",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.NOT_FOUND,
                                    description = "It does not exist, or no longer",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.REPLAY_REFUSED,
                                    description = "It cannot be sent again as things are; detail says why",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.POLICY_REFUSED,
                                    description =
                                            "The policy cannot be changed like this as things are; detail says why",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.CONFLICT,
                                    description = "It is being worked on just now; ask again in a moment",
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = Refusals.UNAVAILABLE,
                                    description = "A store cannot be reached or did not answer in time",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds",
                                                    schema = @Schema(implementation = Integer.class)),
                                    content =
                                            @Content(
                                                    mediaType = Refusals.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class AuditApplication extends Application {}
