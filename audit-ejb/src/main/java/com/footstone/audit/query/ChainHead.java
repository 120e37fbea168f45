package com.footstone.audit.query;

import java.util.Optional;

import com.footstone.audit.model.evidence.document.EvidenceLine;

/**
 * Where a partition's chain stands.
 *
 * @param head the line of an export; its link is {@code NONE} if it cannot be read
 * @param fault that it cannot
 */
record ChainHead(EvidenceLine.Head head, Optional<EvidenceLine.Unreadable> fault) {

    /** First offset of which there was no evidence yet, whatever the rows say of their ends. */
    long bound() {
        return Math.max(head.to(), head.next());
    }
}
