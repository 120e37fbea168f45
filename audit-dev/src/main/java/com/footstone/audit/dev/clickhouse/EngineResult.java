package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.sun.jna.Pointer;

/** What the engine answered: bytes in the asked format, held in native memory until closed, and counts. */
final class EngineResult implements AutoCloseable {

    private static final int COPY_BYTES = 1 << 20;

    private final ChdbLibrary library;
    private final Pointer pointer;

    private EngineResult(ChdbLibrary library, Pointer pointer) {
        this.library = library;
        this.pointer = pointer;
    }

    /**
     * Takes a result over, or frees it and throws the error that it holds.
     *
     * @throws EngineException if the engine answered with an error
     */
    static EngineResult take(ChdbLibrary library, Pointer pointer) throws EngineException {
        if (pointer == null) {
            throw EngineException.of("the engine gave no result");
        }
        Pointer error = library.resultError(pointer);
        if (error != null) {
            String text = error.getString(0, StandardCharsets.UTF_8.name());
            library.destroyQueryResult(pointer);
            throw EngineException.of(text);
        }
        return new EngineResult(library, pointer);
    }

    long length() {
        return library.resultLength(pointer);
    }

    /** The first bytes, at most {@code limit}. */
    byte[] head(int limit) {
        int length = (int) Math.min(limit, length());
        return length == 0 ? new byte[0] : library.resultBuffer(pointer).getByteArray(0, length);
    }

    /** Writes the bytes from {@code offset} on. */
    void writeTo(OutputStream out, long offset) throws IOException {
        long length = length();
        if (offset >= length) {
            return;
        }
        Pointer buffer = library.resultBuffer(pointer);
        for (long at = offset; at < length; at += COPY_BYTES) {
            out.write(buffer.getByteArray(at, (int) Math.min(COPY_BYTES, length - at)));
        }
    }

    Summary summary() {
        return new Summary(
                library.resultStorageRowsRead(pointer),
                library.resultStorageBytesRead(pointer),
                library.resultRowsWritten(pointer),
                library.resultBytesWritten(pointer),
                library.resultRowsRead(pointer),
                length());
    }

    @Override
    public void close() {
        library.destroyQueryResult(pointer);
    }
}
