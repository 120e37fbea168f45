package com.footstone.audit.faults.proxy;

import java.time.Duration;

/** What a network does to connections. */
public sealed interface Weather {

    /** Bytes pass. */
    record Clear() implements Weather {}

    /** Connections are reset and none can be made. */
    record Cut() implements Weather {}

    /** Every piece of traffic is late. */
    record Slow(Duration delay) implements Weather {}

    /** Nothing passes and nobody is told; what was sent meanwhile arrives when it is over. */
    record Silent() implements Weather {}
}
