package com.footstone.audit.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.document.EvidenceLine;
import com.footstone.audit.model.evidence.document.EvidenceReader;

/** The ends of chains that an earlier export told: chains of today must go through them. */
final class Anchor {

    /** No earlier export. */
    static final Anchor NONE = new Anchor();

    private final Map<Partition, EvidenceLine.Head> heads = new LinkedHashMap<>();

    private Anchor() {}

    /**
     * Reads an earlier export.
     *
     * @throws InvalidValueException if no trusted key signed it as it is
     */
    static Anchor read(Path file, PublicKeys trusted) throws IOException {
        EvidenceReader export = new EvidenceReader(file);
        if (!export.signedBy(trusted)) {
            throw new InvalidValueException("--anchor", "is not as a trusted key signed it");
        }
        Anchor anchor = new Anchor();
        export.visit(anchor::take);
        return anchor;
    }

    private void take(EvidenceLine line) {
        if (line instanceof EvidenceLine.Head head && !head.link().equals(Hash.NONE)) {
            heads.put(new Partition(head.topic(), head.partition()), head);
        }
    }

    Optional<EvidenceLine.Head> of(Partition partition) {
        return Optional.ofNullable(heads.get(partition));
    }

    Iterable<Partition> partitions() {
        return heads.keySet();
    }
}
