package com.footstone.audit.container;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Starts the server in this very process, after a look at the folders that it writes to: without them it would fail in many
 * words, or not before the first compressed batch. The exit code is then 1, and the last line says why, in the log's form.
 * Later they are looked at on and on.
 */
final class Start {

    /** What the server's own script starts. */
    private static final String LAUNCHER = "com.ibm.ws.kernel.boot.cmdline.EnvCheck";

    private static final String OUTPUT = "WLP_OUTPUT_DIR";
    private static final long OUTPUT_MEGABYTES = 64;

    /** Libraries that are unpacked there before they are loaded. */
    private static final long TEMPORARY_MEGABYTES = 8;

    /** A server at work has most of what it needs, and grows by a little. */
    private static final long MEGABYTES_AT_WORK = 4;

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        List<String> faults = folders(OUTPUT_MEGABYTES, TEMPORARY_MEGABYTES).stream()
                .map(WorkFolder::fault)
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            faults.forEach(Start::tell);
            System.exit(1);
        }
        Departure.atSigterm();
        new FolderWatch(folders(MEGABYTES_AT_WORK, MEGABYTES_AT_WORK)).begin();
        try {
            Class.forName(LAUNCHER).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Open Liberty failed", e.getCause());
        }
    }

    private static List<WorkFolder> folders(long outputMegabytes, long temporaryMegabytes) {
        return List.of(
                new WorkFolder(
                        Path.of(System.getenv().getOrDefault(OUTPUT, "/output")),
                        "environment variable " + OUTPUT,
                        outputMegabytes),
                new WorkFolder(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        "java.io.tmpdir, which JDK_JAVA_OPTIONS can set",
                        temporaryMegabytes));
    }

    /** A path may hold what JSON must not. */
    private static void tell(String fault) {
        System.out.println("{\"timestamp\":\"" + Instant.now() + "\",\"level\":\"SEVERE\",\"service_name\":\""
                + "sql-audit-service\",\"message\":\"The server does not start. "
                + fault.replaceAll("[\"\\\\\\p{Cntrl}]", "?") + "\"}");
    }
}
