package com.footstone.audit.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets nobody in who has no role: whoever has none learns nothing of what is behind, not even which addresses there are.
 *
 * <p>The server has verified the token by now, and an address may ask for more than the least role. A security constraint
 * in {@code web.xml} would do the same, but answers without a body.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class Gatekeeper implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext caller = request.getSecurityContext();
        if (caller.getUserPrincipal() == null) {
            throw new NotAuthorizedException("Bearer realm=\"sql-audit\"");
        }
        if (!caller.isUserInRole(Roles.VIEWER) && !caller.isUserInRole(Roles.ADMIN)) {
            throw new ForbiddenException();
        }
    }
}
