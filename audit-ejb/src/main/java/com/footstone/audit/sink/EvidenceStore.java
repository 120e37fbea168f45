package com.footstone.audit.sink;

import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.signing.Signatory;

/** Keeps what proves later that a batch's rows are the ones that were stored. */
@Stateless
public class EvidenceStore {

    /** The last batch, or what retention has left of the chain. */
    private static final String HEAD = """
            select link from (
                (select link, to_offset from evidence_batch where topic = :topic and partition = :partition
                 order by from_offset desc limit 1)
                union all
                (select link, to_offset from evidence_release where topic = :topic and partition = :partition
                 order by to_offset desc limit 1)
            ) as heads order by to_offset desc limit 1
            """;

    private static final String KEEP = """
            insert into evidence_batch (topic, partition, from_offset, to_offset, received_at, events, format, root,
                                        previous, link, key_id, signature)
            values (:topic, :partition, :from, :to, cast(:received as timestamptz), :events, :format, :root,
                    :previous, :link, :key, :signature)
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    @Inject
    private Signatory signatory;

    /** Seals a batch in the transaction of {@link BatchStore}, which holds the lock of the partition: links are serial. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void seal(StoredBatch batch) {
        BatchRange range = batch.range();
        SealedBatch sealed = new SealedBatch(
                RowFormat.VERSION,
                range.topic(),
                range.partition(),
                range.from(),
                range.to(),
                batch.receivedAt(),
                batch.leaves().size(),
                MerkleTree.root(batch.leaves()),
                head(range.topic(), range.partition()));
        keep(sealed, signatory.sign(sealed));
    }

    private Hash head(String topic, int partition) {
        List<?> links = entities.createNativeQuery(HEAD, byte[].class)
                .setParameter("topic", topic)
                .setParameter("partition", partition)
                .getResultList();
        return links.isEmpty() ? Hash.NONE : Hash.of((byte[]) links.get(0));
    }

    private void keep(SealedBatch batch, Seal seal) {
        entities.createNativeQuery(KEEP)
                .setParameter("topic", batch.topic())
                .setParameter("partition", batch.partition())
                .setParameter("from", batch.from())
                .setParameter("to", batch.to())
                .setParameter("received", batch.receivedAt().toString())
                .setParameter("events", batch.events())
                .setParameter("format", batch.format())
                .setParameter("root", batch.root().bytes())
                .setParameter("previous", batch.previous().bytes())
                .setParameter("link", batch.link().bytes())
                .setParameter("key", seal.keyId())
                .setParameter("signature", seal.signature())
                .executeUpdate();
    }
}
