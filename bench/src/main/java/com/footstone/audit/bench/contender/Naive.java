package com.footstone.audit.bench.contender;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.footstone.audit.bench.stage.Run;
import com.footstone.audit.dev.process.ManagedService;

/** The service that a team would write first. It is another module, with libraries of its own. */
public final class Naive implements Contender {

    private static final String MAIN = "com.footstone.audit.bench.naive.NaiveService";

    private final Path folder;

    /** @param folder where its module was built */
    public Naive(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public ManagedService service(Run run) {
        String classPath = folder.resolve("classes") + File.pathSeparator + folder.resolve("lib") + "/*";
        return new JavaProgram(
                name(),
                run,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-cp",
                        classPath,
                        MAIN),
                Map.of());
    }
}
