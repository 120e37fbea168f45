package com.footstone.audit.model.evidence.document;

import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;

/**
 * That one event is among those of a sealed batch, without the others.
 *
 * @param leaf hash of the event's row
 * @param index its place among the batch's events, from 0
 * @param path hashes by which the batch's root follows from the leaf, lowest first
 */
public record InclusionProof(EventId event, Hash leaf, int index, List<Hash> path, EvidenceLine.Sealed sealed) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the batch's root follows from the leaf. */
    public boolean holds() {
        Optional<Hash> root = MerkleTree.root(leaf, index, sealed.batch().events(), path);
        return root.filter(sealed.batch().root()::equals).isPresent()
                && event.topic().equals(sealed.batch().topic())
                && event.partition() == sealed.batch().partition()
                && event.offset() >= sealed.batch().from()
                && event.offset() < sealed.batch().to();
    }

    public String json() {
        Fields fields = Fields.write()
                .with("type", "proof")
                .with("version", EvidenceLine.VERSION)
                .with("event", event)
                .with("leaf", leaf)
                .with("index", index)
                .with("path", path);
        return sealed.into(fields).json();
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws InvalidValueException if it is something else
     */
    public static InclusionProof parse(String json) {
        Fields fields = Fields.read(json);
        if (!fields.text("type").equals("proof") || fields.number("version") != EvidenceLine.VERSION) {
            throw new InvalidValueException("type", "is not a proof of version " + EvidenceLine.VERSION);
        }
        return new InclusionProof(
                EventId.parse(fields.text("event")),
                fields.hash("leaf"),
                fields.small("index"),
                fields.hashes("path"),
                EvidenceLine.Sealed.of(fields));
    }
}
