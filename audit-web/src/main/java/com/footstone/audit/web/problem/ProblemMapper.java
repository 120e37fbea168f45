package com.footstone.audit.web.problem;

import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import com.footstone.audit.policy.PolicyRefusedException;
import com.footstone.audit.query.QueryFailedException;
import com.footstone.audit.query.ReplayRefusedException;
import com.footstone.audit.query.StoreUnavailableException;
import com.footstone.audit.web.request.InvalidParameterException;

/** Turns every exception that leaves an address into a problem, and leaves its trace in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    /** Stores are asked for a sign of life every two seconds; sooner nothing will have changed. */
    private static final int RETRY_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            return web.getResponse().getStatus() < 400 ? web.getResponse() : ofStatus(web);
        }
        Problem problem = problem(thrown);
        log(problem, thrown);
        Response.ResponseBuilder response = response(problem, Response.status(problem.status()));
        return thrown instanceof StoreUnavailableException
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build()
                : response.build();
    }

    static Problem problem(Throwable thrown) {
        if (thrown instanceof InvalidParameterException invalid) {
            return Problem.invalid(invalid.parameter(), invalid.getMessage());
        }
        if (thrown instanceof NotKeptException) {
            return Problem.notFound(thrown.getMessage());
        }
        if (thrown instanceof ReplayRefusedException) {
            return Problem.replayRefused(thrown.getMessage());
        }
        if (thrown instanceof PolicyRefusedException) {
            return Problem.policyRefused(thrown.getMessage());
        }
        if (thrown instanceof StoreUnavailableException unavailable) {
            return Problem.unavailable(unavailable.store().title(), unavailable.getMessage());
        }
        return Problem.byStatus(500);
    }

    /** Headers such as Allow belong to the status, so they stay. */
    private static Response ofStatus(WebApplicationException web) {
        Problem problem = Problem.byStatus(web.getResponse().getStatus());
        log(problem, web);
        return response(problem, Response.fromResponse(web.getResponse())).build();
    }

    private static Response.ResponseBuilder response(Problem problem, Response.ResponseBuilder response) {
        return response.entity(problem).type(Problem.MEDIA_TYPE);
    }

    /**
     * Messages of our own exceptions are known to be clean; of any other only the class and where it comes from are told,
     * since its message may quote what must not be in a log.
     */
    private static void log(Problem problem, Throwable thrown) {
        if (problem.status() < 500) {
            LOG.log(Level.FINE, "Problem {0}: status {1}, {2}", new Object[] {
                problem.id(), problem.status(), problem.detail()
            });
        } else if (thrown instanceof StoreUnavailableException || thrown instanceof QueryFailedException) {
            LOG.log(Level.WARNING, "Problem {0}: {1}", new Object[] {problem.id(), thrown.getMessage()});
        } else {
            LOG.log(Level.SEVERE, "Problem {0}: {1}", new Object[] {problem.id(), Trace.of(thrown)});
        }
    }
}
