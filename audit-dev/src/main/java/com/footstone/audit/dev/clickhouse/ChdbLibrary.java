package com.footstone.audit.dev.clickhouse;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The functions of {@code libchdb.so} that the front uses. A method named {@code streamInsertN} is the C function {@code
 * chdb_stream_insert_n}. Sizes are {@code size_t}, which is a {@code long} on the one platform the library is made for.
 */
interface ChdbLibrary extends Library {

    void setSignalHandlersEnabled(int enabled);

    /** Answers a pointer to a connection handle, or null; what {@link #closeConn} takes. */
    Pointer connect(int argumentCount, String[] arguments);

    void closeConn(Pointer connection);

    Pointer queryWithParamsN(
            Pointer connection,
            byte[] sql,
            long sqlLength,
            byte[] format,
            long formatLength,
            Pointer names,
            Pointer nameLengths,
            Pointer values,
            Pointer valueLengths,
            long count);

    Pointer streamQueryWithParamsN(
            Pointer connection,
            byte[] sql,
            long sqlLength,
            byte[] format,
            long formatLength,
            Pointer names,
            Pointer nameLengths,
            Pointer values,
            Pointer valueLengths,
            long count);

    Pointer streamFetchResult(Pointer connection, Pointer stream);

    void streamCancelQuery(Pointer connection, Pointer stream);

    void destroyQueryResult(Pointer result);

    Pointer streamInsertN(Pointer connection, byte[] sql, long sqlLength, byte[] format, long formatLength);

    int streamAppend(Pointer insert, byte[] data, long length);

    Pointer streamDone(Pointer insert);

    Pointer streamInsertError(Pointer insert);

    void streamCancelInsert(Pointer insert);

    void destroyInsertStream(Pointer insert);

    Pointer resultBuffer(Pointer result);

    long resultLength(Pointer result);

    long resultRowsRead(Pointer result);

    long resultStorageRowsRead(Pointer result);

    long resultStorageBytesRead(Pointer result);

    long resultRowsWritten(Pointer result);

    long resultBytesWritten(Pointer result);

    Pointer resultError(Pointer result);

    /**
     * Loads the library.
     *
     * @throws UnsatisfiedLinkError if the file is not a library this platform can load
     */
    static ChdbLibrary load(Path file) {
        FunctionMapper names = ChdbLibrary::cName;
        Map<String, Object> options =
                Map.of(Library.OPTION_FUNCTION_MAPPER, names, Library.OPTION_STRING_ENCODING, "UTF-8");
        return Native.load(file.toString(), ChdbLibrary.class, options);
    }

    private static String cName(NativeLibrary library, Method method) {
        return "chdb_" + method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
