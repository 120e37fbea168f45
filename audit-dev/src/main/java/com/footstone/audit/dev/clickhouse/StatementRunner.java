package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Runs one request's statement in a session and writes its answer: as a whole, row by row, or as an insert. */
final class StatementRunner {

    private static final String ROW_BINARY = "RowBinaryWithNamesAndTypes";

    /** Formats whose pieces can be put together again. */
    private static final Set<String> STREAMED =
            Set.of(ROW_BINARY, "RowBinary", "TabSeparated", "TSV", "CSV", "JSONEachRow");

    private static final int STATEMENT_HEAD_BYTES = 1 << 16;
    private static final int FORMAT_HEAD_BYTES = 1 << 20;

    private final Session session;
    private final Request request;
    private final Response response;

    StatementRunner(Session session, Request request, Response response) {
        this.session = session;
        this.request = request;
        this.response = response;
    }

    void run() throws IOException, EngineException {
        StatementText head = request.head();
        if (head.isInsert() && head.rowFormat().isPresent() && request.hasBody()) {
            insert(head);
            return;
        }
        byte[] sql = request.statement();
        StatementText text = text(sql);
        if (text.isKill()) {
            whole(text.killByTag().getBytes(StandardCharsets.UTF_8), text);
        } else if (!text.mayStream() || !STREAMED.contains(request.defaultFormat()) || !streamed(sql)) {
            whole(sql, text);
        }
    }

    /** Long statements are inserts with rows in them; their beginning tells enough. */
    static StatementText text(byte[] sql) {
        return new StatementText(
                new String(sql, 0, Math.min(sql.length, STATEMENT_HEAD_BYTES), StandardCharsets.UTF_8));
    }

    private void insert(StatementText head) throws IOException, EngineException {
        try (InsertStream rows =
                session.insert(head.withoutRowFormat(), head.rowFormat().orElseThrow())) {
            rows.append(request.body());
            try (EngineResult result = rows.finish()) {
                response.begin(request.defaultFormat(), result.summary()).close();
            }
        }
    }

    private void whole(byte[] sql, StatementText text) throws IOException, EngineException {
        String format =
                text.isInsert() ? request.defaultFormat() : text.format().orElse(request.defaultFormat());
        try (EngineResult result = session.query(sql, format, request.queryParameters())) {
            OutputStream out = response.begin(format, result.summary());
            result.writeTo(out, 0);
            out.close();
        }
    }

    /** Answers false, with nothing written, when there are no rows or the statement cannot be streamed after all. */
    private boolean streamed(byte[] sql) throws IOException, EngineException {
        String format = request.defaultFormat();
        Map<String, String> parameters = request.queryParameters();
        try (RowStream rows = session.stream(sql, format, parameters);
                EngineResult first = rows.next()) {
            if (first.length() == 0) {
                return false;
            }
            OutputStream out = response.begin(format, Summary.NONE);
            first.writeTo(out, 0);
            rest(rows, format.equals(ROW_BINARY) ? RowBinaryHeader.length(first.head(FORMAT_HEAD_BYTES)) : 0, out);
            out.close();
            return true;
        } catch (EngineException e) {
            if (!response.begun() && e.getMessage().contains("Streaming query is not supported")) {
                return false;
            }
            throw e;
        }
    }

    private static void rest(RowStream rows, int header, OutputStream out) throws IOException, EngineException {
        boolean more = true;
        while (more) {
            try (EngineResult piece = rows.next()) {
                more = piece.length() > 0;
                piece.writeTo(out, header);
            }
        }
    }
}
