package com.footstone.audit.web.trace;

import java.security.Principal;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Leaves a line in the log of each request that would change something, whoever asked and whatever came of it. */
@Provider
public class ChangeLog implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(ChangeLog.class.getName());
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int LONGEST_PATH = 200;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!READING.contains(request.getMethod())) {
            LOG.log(Level.INFO, "{0} asked for {1} {2}: status {3}", new Object[] {
                caller(request.getSecurityContext().getUserPrincipal()),
                request.getMethod(),
                shortened(request.getUriInfo().getPath()),
                response.getStatus()
            });
        }
    }

    private static String caller(Principal principal) {
        return principal == null ? "Somebody" : principal.getName();
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }
}
