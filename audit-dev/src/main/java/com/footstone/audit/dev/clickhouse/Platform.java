package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.footstone.audit.dev.process.ServiceException;

/** Whether this machine can run the engine. */
final class Platform {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Platform() {}

    /**
     * Checks the machine.
     *
     * @throws ServiceException if the engine is not made for it
     */
    static void requireSupported() {
        require(System.getProperty("os.name"), System.getProperty("os.arch"), processors());
    }

    static void require(String system, String architecture, String processors) {
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            throw unsupported("it is made for Linux on x86-64, and this is " + system + " on " + architecture);
        }
        if (!processors.contains(" avx2")) {
            throw unsupported("it needs a processor with AVX2");
        }
    }

    private static ServiceException unsupported(String reason) {
        return new ServiceException("ClickHouse: the development engine cannot run here: " + reason
                + ". Set CLICKHOUSE_URL (and CLICKHOUSE_USER, CLICKHOUSE_PASSWORD) to a ClickHouse server");
    }

    private static String processors() {
        try {
            return Files.exists(PROCESSORS) ? Files.readString(PROCESSORS) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
