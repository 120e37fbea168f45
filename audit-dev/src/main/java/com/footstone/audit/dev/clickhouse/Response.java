package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/** An answer of the ClickHouse HTTP interface. It begins at the first byte, so that errors before it keep their status. */
final class Response {

    private static final int FORBIDDEN = 403;

    private final HttpExchange exchange;
    private final boolean compressed;
    private final long startNanos = System.nanoTime();
    private boolean begun;

    Response(HttpExchange exchange, boolean compressed, String queryId, String timezone) {
        this.exchange = exchange;
        this.compressed = compressed;
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Server-Display-Name", "audit-dev");
        headers.set("X-ClickHouse-Query-Id", queryId);
        headers.set("X-ClickHouse-Timezone", timezone);
        headers.set("Keep-Alive", "timeout=" + Duration.ofMinutes(1).toSeconds());
    }

    boolean begun() {
        return begun;
    }

    /** Begins a good answer. Closing the stream ends it; not closing it breaks the connection, as a failure must. */
    OutputStream begin(String format, Summary summary) throws IOException {
        exchange.getResponseHeaders().set("X-ClickHouse-Format", format);
        exchange.getResponseHeaders().set("X-ClickHouse-Summary", summary.toJson(System.nanoTime() - startNanos));
        exchange.getResponseHeaders().set("Content-Type", contentType(format));
        return send(200, compressed);
    }

    void error(EngineException error) throws IOException {
        int status = error.httpStatus();
        exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", String.valueOf(error.code()));
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        // The driver reads refusals of access uncompressed, whatever it asked for.
        try (OutputStream out = send(status, compressed && status != FORBIDDEN)) {
            out.write((error.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    void plain(String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
        try (OutputStream out = send(200, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private OutputStream send(int status, boolean withCompression) throws IOException {
        begun = true;
        exchange.sendResponseHeaders(status, 0);
        OutputStream body = exchange.getResponseBody();
        return withCompression ? new CompressedOutput(body) : body;
    }

    private static String contentType(String format) {
        if (format.startsWith("JSON")) {
            return "application/json; charset=UTF-8";
        }
        return format.startsWith("TabSeparated") || format.startsWith("TSV")
                ? "text/tab-separated-values; charset=UTF-8"
                : "application/octet-stream";
    }
}
