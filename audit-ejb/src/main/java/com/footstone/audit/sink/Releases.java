package com.footstone.audit.sink;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.signing.Signatory;

/** Keeps the tombstones of batches that retention lets go. */
@Stateless
public class Releases {

    private static final String PARTITIONS = "select topic, partition from intake_position order by topic, partition";

    /** So that two instances do not release the same, and no batch is sealed meanwhile. */
    private static final String LOCK =
            "select 1 from intake_position where topic = :topic and partition = :partition for update";

    /** The last batch before the first that is kept: instances' clocks differ, so older ones may lie behind that. */
    private static final String LAST = """
            select to_offset, link from evidence_batch
            where topic = :topic and partition = :partition and from_offset < coalesce(
                (select from_offset from evidence_batch
                 where topic = :topic and partition = :partition and received_at >= cast(:before as timestamptz)
                 order by from_offset limit 1), 9223372036854775807)
            order by from_offset desc limit 1
            """;

    private static final String KEEP = """
            insert into evidence_release (topic, partition, to_offset, received_before, days, link, released_at, key_id,
                                          signature)
            values (:topic, :partition, :to, cast(:before as timestamptz), :days, :link, cast(:at as timestamptz), :key,
                    :signature)
            """;

    private static final String FORGET =
            "delete from evidence_batch where topic = :topic and partition = :partition and from_offset < :to";

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    @Inject
    private Signatory signatory;

    /** A partition of a topic. */
    public record Partition(String topic, int number) {}

    /** Every partition that was ever taken over. */
    public List<Partition> partitions() {
        List<?> rows = entities.createNativeQuery(PARTITIONS, Object[].class).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Partition((String) row[0], ((Number) row[1]).intValue()))
                .toList();
    }

    /**
     * Releases a partition's batches that were received before whole days ago, if there are any: a signed tombstone takes
     * the place of their evidence. Their rows go later, see {@link SinkSettings#ROWS_OUTLIVE_EVIDENCE_DAYS}.
     *
     * @param now the time that days are counted back from
     */
    public void release(Partition partition, int days, Instant now) {
        Instant before = now.truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS);
        of(LOCK, partition).getResultList();
        List<?> last =
                of(LAST, partition).setParameter("before", before.toString()).getResultList();
        if (last.isEmpty()) {
            return;
        }
        Object[] batch = (Object[]) last.get(0);
        Release release = new Release(
                partition.topic(),
                partition.number(),
                ((Number) batch[0]).longValue(),
                before,
                days,
                Hash.of((byte[]) batch[1]),
                now.truncatedTo(ChronoUnit.MICROS));
        keep(partition, release, signatory.sign(release));
        of(FORGET, partition).setParameter("to", release.to()).executeUpdate();
    }

    private void keep(Partition partition, Release release, Seal seal) {
        of(KEEP, partition)
                .setParameter("to", release.to())
                .setParameter("before", release.receivedBefore().toString())
                .setParameter("days", release.days())
                .setParameter("link", release.link().bytes())
                .setParameter("at", release.at().toString())
                .setParameter("key", seal.keyId())
                .setParameter("signature", seal.signature())
                .executeUpdate();
    }

    private Query of(String sql, Partition partition) {
        return entities.createNativeQuery(sql)
                .setParameter("topic", partition.topic())
                .setParameter("partition", partition.number());
    }
}
