package com.footstone.audit.query;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Who changed what of the policy.
 *
 * @param id number of the change
 * @param at when
 * @param by who
 * @param action what was done: {@code ADJUST}, {@code ASK}, {@code APPROVE} or {@code END}
 * @param exemption the exemption that it was about
 * @param version the version that it made
 * @param before what it was before, as JSON; empty for nothing
 * @param after what it was after, likewise
 */
public record PolicyChange(
        long id,
        Instant at,
        String by,
        String action,
        OptionalLong exemption,
        OptionalLong version,
        String before,
        String after) {}
