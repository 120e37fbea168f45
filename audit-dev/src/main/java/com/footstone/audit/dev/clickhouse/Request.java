package com.footstone.audit.dev.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/** A request to run a statement, as the ClickHouse HTTP interface defines it. */
final class Request {

    private static final String PARAMETER_PREFIX = "param_";
    private static final int BEGINNING_BYTES = 1024;
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(60);

    /** Parameters with a meaning of their own; every other one is a setting. */
    private static final Set<String> RESERVED = Set.of(
            "query",
            "database",
            "default_format",
            "user",
            "password",
            "quota_key",
            "role",
            "session_id",
            "session_timeout",
            "session_check",
            "query_id",
            "compress",
            "decompress",
            "buffer_size",
            "wait_end_of_query",
            "stacktrace",
            "client_protocol_version",
            "enable_http_compression");

    private final Map<String, String> parameters;
    private final Headers headers;
    private final PushbackInputStream body;
    private final String queryId;

    Request(HttpExchange exchange) {
        parameters = parse(exchange.getRequestURI().getRawQuery());
        headers = exchange.getRequestHeaders();
        InputStream raw = whole(exchange.getRequestBody(), headers.getFirst("Content-Length"));
        body = new PushbackInputStream(isOn("decompress") ? new CompressedInput(raw) : raw, BEGINNING_BYTES);
        queryId = first("query_id", "X-ClickHouse-Query-Id")
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static InputStream whole(InputStream body, String length) {
        return length == null ? body : new WholeBody(body, Long.parseLong(length));
    }

    private static Map<String, String> parse(String rawQuery) {
        Map<String, String> parsed = new LinkedHashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parsed.put(decode(name), decode(value));
            }
            parsed.remove("");
        }
        return parsed;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Credentials credentials() {
        return Credentials.of(headers, parameters);
    }

    String queryId() {
        return queryId;
    }

    Optional<String> database() {
        return first("database", "X-ClickHouse-Database");
    }

    String defaultFormat() {
        return first("default_format", "X-ClickHouse-Format").orElse("TabSeparated");
    }

    Optional<String> sessionId() {
        return value("session_id");
    }

    Duration sessionTimeout() throws EngineException {
        try {
            return value("session_timeout")
                    .map(Long::parseLong)
                    .map(Duration::ofSeconds)
                    .orElse(SESSION_TIMEOUT);
        } catch (NumberFormatException e) {
            throw new EngineException(EngineException.BAD_ARGUMENTS, "session_timeout is not a number of seconds");
        }
    }

    boolean mustFindSession() {
        return isOn("session_check");
    }

    boolean wantsCompression() {
        return isOn("compress");
    }

    Settings settings() throws EngineException {
        Map<String, String> settings = new LinkedHashMap<>(parameters);
        settings.keySet().removeIf(name -> RESERVED.contains(name) || name.startsWith(PARAMETER_PREFIX));
        return new Settings(settings, queryId);
    }

    Map<String, String> queryParameters() {
        Map<String, String> bound = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PARAMETER_PREFIX)) {
                bound.put(name.substring(PARAMETER_PREFIX.length()), value);
            }
        });
        return bound;
    }

    /** The {@code query} parameter: a whole statement, or the part of it that comes before the body. */
    StatementText head() {
        return new StatementText(parameters.getOrDefault("query", ""));
    }

    InputStream body() {
        return body;
    }

    boolean hasBody() throws IOException {
        int first = body.read();
        if (first >= 0) {
            body.unread(first);
        }
        return first >= 0;
    }

    /** The beginning of the statement, wherever it stands: enough to tell its kind. */
    StatementText beginning() throws IOException {
        if (!head().sql().isBlank()) {
            return head();
        }
        byte[] first = body.readNBytes(BEGINNING_BYTES);
        body.unread(first);
        return new StatementText(new String(first, StandardCharsets.UTF_8));
    }

    /** The whole statement: the parameter, a line break, and the body. */
    byte[] statement() throws IOException {
        String head = head().sql();
        byte[] rest = body.readAllBytes();
        if (head.isEmpty()) {
            return rest;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + rest.length + 1);
        whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        if (rest.length > 0) {
            whole.write('\n');
            whole.writeBytes(rest);
        }
        return whole.toByteArray();
    }

    private boolean isOn(String parameter) {
        return value(parameter)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    private Optional<String> value(String parameter) {
        return Optional.ofNullable(parameters.get(parameter)).filter(value -> !value.isEmpty());
    }

    private Optional<String> first(String parameter, String header) {
        return value(parameter).or(() -> Optional.ofNullable(headers.getFirst(header)));
    }
}
