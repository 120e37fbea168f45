package com.footstone.audit.capture;

import java.sql.Connection;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.footstone.audit.capture.settings.CaptureSettings;

/**
 * The capture that the process's own settings ask for, started at its first use. Where it cannot start, that is logged
 * once, and connections stay as they are.
 */
final class ProcessCapture {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessCapture.class);

    private ProcessCapture() {}

    /** The connection, captured where capture runs. */
    static Connection audited(Connection connection) {
        SqlCapture capture = capture();
        return capture == null ? connection : capture.audited(connection);
    }

    /** The capture, or {@code null} where it could not start. */
    static SqlCapture capture() {
        return Started.CAPTURE;
    }

    /** Starts a capture, or answers {@code null} where that cannot be, and logs why. */
    static SqlCapture started(Supplier<CaptureSettings> settings) {
        try {
            if (!CaptureSettings.enabledInProcess()) {
                LOG.warn(
                        "SQL is not captured, because AUDIT_ENABLED is false. The application's connections work without it");
                return null;
            }
            return SqlCapture.start(settings.get());
        } catch (IllegalArgumentException e) {
            LOG.error("SQL is not captured: {}. The application's connections work without it", e.getMessage());
        } catch (LinkageError | RuntimeException e) {
            LOG.error(
                    "SQL is not captured, because it could not be started ({}). Is a library missing on the class path?"
                            + " The application's connections work without it",
                    e.toString());
        }
        return null;
    }

    private static final class Started {
        static final SqlCapture CAPTURE = started(CaptureSettings::fromProcess);
    }
}
