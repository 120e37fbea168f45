package com.footstone.audit.web.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where an exception comes from, told without any message. */
final class Trace {

    private static final int CAUSES = 8;
    private static final int FRAMES = 12;

    private Trace() {}

    static String of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            trace.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(" at ");
            trace.append(Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" < ")));
            cause = cause.getCause();
        }
        return trace.toString();
    }
}
