package com.footstone.audit.web.trace;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace of a request, as 32 hexadecimal digits. */
final class TraceId {

    /** W3C Trace Context; later versions of it may append fields. */
    private static final Pattern TRACE_PARENT = Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-.*");

    private static final String NONE = "0".repeat(32);

    private TraceId() {}

    /**
     * The trace that the caller names, or a new one.
     *
     * @param traceParent the header, which may be null and may hold anything
     */
    static String of(String traceParent) {
        if (traceParent != null) {
            Matcher parent = TRACE_PARENT.matcher(traceParent);
            if (parent.matches() && !parent.group(1).equals(NONE)) {
                return parent.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "");
    }
}
