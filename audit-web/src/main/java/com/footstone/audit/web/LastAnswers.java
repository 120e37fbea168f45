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
        if (Leaving.now()) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
