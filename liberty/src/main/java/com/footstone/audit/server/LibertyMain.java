package com.footstone.audit.server;

import java.lang.reflect.InvocationTargetException;

import com.footstone.audit.container.Departure;
import com.footstone.audit.dev.process.Lifeline;

/** Starts Open Liberty in this very process, so that it ends with its parent even when that is killed. */
final class LibertyMain {

    /** What the server's own script starts. */
    private static final String LAUNCHER = "com.ibm.ws.kernel.boot.cmdline.EnvCheck";

    private LibertyMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Lifeline.endWithParent();
        Departure.atSigterm();
        try {
            Class.forName(LAUNCHER).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Open Liberty failed", e.getCause());
        }
    }
}
