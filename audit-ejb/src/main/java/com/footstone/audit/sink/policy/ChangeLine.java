package com.footstone.audit.sink.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a change.
 *
 * @param exemption the exemption that it was about, if it was about one
 * @param version the version that it made, if it made one
 * @param before JSON, empty for nothing
 * @param after likewise
 */
record ChangeLine(
        Instant at,
        String by,
        String action,
        Optional<Long> exemption,
        Optional<Long> version,
        String before,
        String after) {}
