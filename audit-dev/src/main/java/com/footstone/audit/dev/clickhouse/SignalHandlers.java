package com.footstone.audit.dev.clickhouse;

import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The process's signal handlers. The JVM recovers from SIGSEGV and its kin as a matter of course, so it dies without a
 * trace if the engine replaces their handlers while starting; they are saved before and put back after.
 */
final class SignalHandlers {

    /** Room for {@code struct sigaction}, 152 bytes with glibc. */
    private static final int STRUCT_BYTES = 256;

    /** SIGHUP to SIGTERM without SIGKILL (9), and SIGCHLD, SIGTSTP, SIGSYS: all that either side handles. */
    private static final int[] SIGNALS = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 17, 20, 31};

    private final Function sigaction = NativeLibrary.getProcess().getFunction("sigaction");
    private final List<Memory> saved = new ArrayList<>();

    private SignalHandlers() {
        for (int signal : SIGNALS) {
            Memory action = new Memory(STRUCT_BYTES);
            action.clear();
            sigaction.invokeInt(new Object[] {signal, Pointer.NULL, action});
            saved.add(action);
        }
    }

    static SignalHandlers save() {
        return new SignalHandlers();
    }

    void restore() {
        for (int i = 0; i < SIGNALS.length; i++) {
            sigaction.invokeInt(new Object[] {SIGNALS[i], saved.get(i), Pointer.NULL});
        }
    }
}
