package com.footstone.audit.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells clients of an instance that ends to send no more on their connection: their next request goes to another instance,
 * and not to a door that is just being closed.
 */
public class LastAnswers extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // HTTP/2 has other ways to say so, and forbids this header.
        if (Leaving.now() && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
