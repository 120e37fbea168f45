package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import com.sun.jna.Pointer;

/** A running INSERT that takes its rows piece by piece. Closed before {@link #finish}, it inserts nothing more. */
final class InsertStream implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 18;

    private final ChdbLibrary library;
    private final Pointer stream;
    private boolean finished;

    private InsertStream(ChdbLibrary library, Pointer stream) {
        this.library = library;
        this.stream = stream;
    }

    static InsertStream take(ChdbLibrary library, Pointer stream) throws EngineException {
        InsertStream insert = new InsertStream(library, stream);
        String error = insert.error();
        if (error != null) {
            insert.close();
            throw EngineException.of(error);
        }
        return insert;
    }

    void append(InputStream rows) throws IOException, EngineException {
        byte[] piece = new byte[PIECE_BYTES];
        for (int n = rows.readNBytes(piece, 0, piece.length); n > 0; n = rows.readNBytes(piece, 0, piece.length)) {
            if (library.streamAppend(stream, piece, n) != 0) {
                throw failure();
            }
        }
    }

    /** Commits. The rows are kept when this returns. */
    EngineResult finish() throws EngineException {
        finished = true;
        return EngineResult.take(library, library.streamDone(stream));
    }

    /** An insert that failed tells its reason best when it is finished. */
    private EngineException failure() {
        try (EngineResult result = finish()) {
            return EngineException.of("the engine took no more rows after " + result.length() + " bytes");
        } catch (EngineException e) {
            return e;
        }
    }

    private String error() {
        Pointer error = library.streamInsertError(stream);
        return error == null ? null : error.getString(0, StandardCharsets.UTF_8.name());
    }

    @Override
    public void close() {
        if (!finished) {
            library.streamCancelInsert(stream);
        }
        library.destroyInsertStream(stream);
    }
}
