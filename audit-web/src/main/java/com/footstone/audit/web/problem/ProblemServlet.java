package com.footstone.audit.web.problem;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.footstone.audit.web.response.JsonFormat;

/** Gives the errors that the server itself makes, the same shape as ours. See {@code web.xml}. */
public class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(ProblemServlet.class.getName());

    private final transient Jsonb json = JsonFormat.create();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.byStatus(status(request));
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown == null || problem.status() < 500) {
            LOG.log(Level.FINE, "Problem {0}: status {1}", new Object[] {problem.id(), problem.status()});
        } else {
            LOG.log(Level.SEVERE, "Problem {0}: {1}", new Object[] {problem.id(), Trace.of(thrown)});
        }
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.toJson(problem));
    }

    /** Who comes here without an error finds nothing. */
    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return request.getDispatcherType() == DispatcherType.ERROR && status instanceof Integer code ? code : 404;
    }
}
