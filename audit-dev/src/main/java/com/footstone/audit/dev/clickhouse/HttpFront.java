package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The ClickHouse HTTP interface: says hello, checks who asks, finds a session, and turns errors into answers. */
final class HttpFront implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(HttpFront.class.getName());

    private final SessionPool sessions;
    private final Credentials known;
    private final String timezone;

    HttpFront(SessionPool sessions, Credentials known, String timezone) {
        this.sessions = sessions;
        this.known = known;
        this.timezone = timezone;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange);
        Response response = new Response(exchange, request.wantsCompression(), request.queryId(), timezone);
        try {
            if (isGreeting(exchange)) {
                response.plain("Ok.\n");
            } else {
                authenticate(request);
                answer(request, response);
            }
        } catch (EngineException e) {
            fail(exchange, response, e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A request failed in the front", e);
            fail(
                    exchange,
                    response,
                    EngineException.of("the front failed: " + e.getClass().getSimpleName()));
        }
    }

    private static boolean isGreeting(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.equals("/ping")
                || (exchange.getRequestMethod().equals("GET")
                        && path.equals("/")
                        && exchange.getRequestURI().getRawQuery() == null);
    }

    private void authenticate(Request request) throws EngineException {
        Credentials given = request.credentials();
        if (!given.matches(known)) {
            throw new EngineException(
                    EngineException.AUTHENTICATION_FAILED,
                    "Authentication failed: password is incorrect, or there is no user with such name. "
                            + "(AUTHENTICATION_FAILED)");
        }
    }

    private void answer(Request request, Response response) throws IOException, EngineException {
        Settings settings = request.settings();
        try (SessionPool.Lease lease = lease(request)) {
            Session session = lease.session();
            session.use(request.database().orElse("default"));
            apply(settings, lease);
            new StatementRunner(session, request, response).run();
        }
    }

    private static void apply(Settings settings, SessionPool.Lease lease) throws EngineException {
        try {
            settings.applyTo(lease.session());
        } catch (EngineException e) {
            // Nobody knows which of them hold now.
            lease.spoil();
            throw e;
        }
    }

    private SessionPool.Lease lease(Request request) throws IOException, EngineException {
        if (request.sessionId().isPresent()) {
            return sessions.named(request.sessionId().get(), request.sessionTimeout(), request.mustFindSession());
        }
        StatementText beginning = request.beginning();
        return beginning.isKill() || beginning.changesSession() ? sessions.fresh() : sessions.shared();
    }

    /**
     * Answers with the error, or, when rows are on their way already, breaks the connection: an answer that ended well
     * would pass for complete.
     */
    private static void fail(HttpExchange exchange, Response response, EngineException error) throws IOException {
        if (response.begun()) {
            throw new IOException("an answer was broken off with code " + error.code());
        }
        // A client still sending would see a broken pipe in place of the error.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        response.error(error);
    }
}
