package com.footstone.audit.dev.clickhouse;

import java.nio.charset.StandardCharsets;

import com.sun.jna.Pointer;

/** Rows of a running SELECT, in pieces. Every piece repeats the header of its format. */
final class RowStream implements AutoCloseable {

    private final ChdbLibrary library;
    private final Pointer connection;
    private final Pointer stream;
    private boolean ended;

    private RowStream(ChdbLibrary library, Pointer connection, Pointer stream) {
        this.library = library;
        this.connection = connection;
        this.stream = stream;
    }

    static RowStream take(ChdbLibrary library, Pointer connection, Pointer stream) throws EngineException {
        if (stream == null) {
            throw EngineException.of("the engine gave no stream");
        }
        Pointer error = library.resultError(stream);
        if (error != null) {
            String text = error.getString(0, StandardCharsets.UTF_8.name());
            library.destroyQueryResult(stream);
            throw EngineException.of(text);
        }
        return new RowStream(library, connection, stream);
    }

    /** The next piece; of length 0 at the end. */
    EngineResult next() throws EngineException {
        EngineResult piece = EngineResult.take(library, library.streamFetchResult(connection, stream));
        ended = piece.length() == 0;
        return piece;
    }

    @Override
    public void close() {
        if (!ended) {
            library.streamCancelQuery(connection, stream);
        }
        library.destroyQueryResult(stream);
    }
}
