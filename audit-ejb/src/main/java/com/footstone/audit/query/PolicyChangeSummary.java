package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Who changed the policy, without what it said before and after.
 *
 * @param id number of the change
 * @param at when
 * @param by who
 * @param action what was done: {@code ADJUST}, {@code ASK}, {@code APPROVE} or {@code END}
 * @param exemption the exemption that it was about
 * @param version the version that it made
 */
public record PolicyChangeSummary(
        long id, Instant at, String by, String action, OptionalLong exemption, OptionalLong version) {

    public PolicyChangeSummary {
        Objects.requireNonNull(at, "at is null");
        Objects.requireNonNull(by, "by is null");
        Objects.requireNonNull(action, "action is null");
        Objects.requireNonNull(exemption, "exemption is null");
        Objects.requireNonNull(version, "version is null");
    }
}
