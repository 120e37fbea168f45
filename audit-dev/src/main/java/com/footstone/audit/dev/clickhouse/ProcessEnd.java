package com.footstone.audit.dev.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Ends the process without the exit handlers of native libraries. The engine's would take down what its own threads are
 * still using, and crash instead of ending.
 */
final class ProcessEnd {

    private ProcessEnd() {}

    /** Does not return. What the engine has acknowledged is on disk by then. */
    static void now() {
        Native.load("c", StandardLibrary.class)._exit(0);
    }

    /** The C library. */
    interface StandardLibrary extends Library {
        void _exit(int status);
    }
}
