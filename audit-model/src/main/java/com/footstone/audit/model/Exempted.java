package com.footstone.audit.model;

import java.util.Objects;

/**
 * A finding that does not count, because an exemption applied. It is kept, so that everybody sees what was let pass.
 *
 * @param finding what the rule said
 * @param exemption number of the exemption
 */
public record Exempted(Finding finding, long exemption) {

    public Exempted {
        Objects.requireNonNull(finding, "finding is null");
        Checks.requireAtLeast(exemption, "exemption", 1);
    }
}
