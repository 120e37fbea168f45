package com.footstone.audit.web.trace;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.microprofile.jwt.JsonWebToken;

import com.ibm.websphere.logging.hpel.LogRecordContext;

/**
 * Puts {@code trace_id} into every line that is logged while a request is answered, and {@code tenant_id} where the caller's
 * token has such a claim. The server names fields of its context {@code ext_…}; {@code bootstrap.properties} takes that away.
 */
public class LogFields extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String TRACE = "trace_id";
    private static final String TENANT = "tenant_id";
    private static final int LONGEST_TENANT = 200;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogRecordContext.addExtension(TRACE, TraceId.of(request.getHeader("traceparent")));
        tenant(request).ifPresent(tenant -> LogRecordContext.addExtension(TENANT, tenant));
        try {
            chain.doFilter(request, response);
        } finally {
            // The thread goes on to somebody else's request.
            LogRecordContext.removeExtension(TRACE);
            LogRecordContext.removeExtension(TENANT);
        }
    }

    private static Optional<String> tenant(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(TENANT)
                        .map(Object::toString)
                        .filter(tenant -> !tenant.isEmpty() && tenant.length() <= LONGEST_TENANT)
                : Optional.empty();
    }
}
