package com.footstone.audit.web;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The contract of the REST API, for everybody: YAML, or JSON where {@code Accept} or {@code ?format=json} asks for it. The
 * build makes it from the annotations of the resources.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = wantsJson(request);
        response.setContentType(json ? "application/json" : "application/yaml");
        response.setCharacterEncoding("UTF-8");
        String file = "/WEB-INF/openapi/openapi." + (json ? "json" : "yaml");
        try (InputStream contract = getServletContext().getResourceAsStream(file)) {
            contract.transferTo(response.getOutputStream());
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "json".equalsIgnoreCase(request.getParameter("format"))
                || (accept != null && accept.contains("application/json"));
    }
}
