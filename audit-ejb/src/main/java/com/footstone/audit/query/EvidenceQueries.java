package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;

/**
 * Asks PostgreSQL for evidence. Ends with {@link StoreUnavailableException} if it does not answer for now.
 *
 * <p>Batches are only ever added behind a partition's head, so whoever has the head gets the same pages whenever it asks.
 */
@ApplicationScoped
public class EvidenceQueries {

    /** Batches of a page. */
    static final int PAGE = 500;

    private static final String HEADS = """
            select p.topic, p.partition, p.next_offset, p.claimed_offset,
                   coalesce(b.to_offset, r.to_offset, p.next_offset) as to_offset,
                   coalesce(b.link, r.link) as link
            from intake_position p
            left join lateral (
                select to_offset, link from evidence_batch e
                where e.topic = p.topic and e.partition = p.partition order by from_offset desc limit 1) b on true
            left join lateral (
                select to_offset, link from evidence_release e
                where e.topic = p.topic and e.partition = p.partition order by to_offset desc limit 1) r on true
            """;

    private static final String BATCHES = """
            select topic, partition, from_offset, to_offset, received_at, events, format, root,
                   previous, key_id, signature
            from evidence_batch
            """;

    private static final String RELEASES = """
            select topic, partition, to_offset, received_before, days, link, released_at,
                   key_id, signature
            from evidence_release
            """;

    private static final String ERASURES = """
            select topic, partition, event_offset, leaf, reason, erased_by, erased_at, gone_at,
                   key_id, signature
            from evidence_erasure
            """;

    private static final int MOST = 100_000;

    @Resource(lookup = "jdbc/postgres-queries")
    private DataSource dataSource;

    /** Where every partition's chain stands. */
    List<ChainHead> heads() {
        return reader().list(
                        new Conditions().statement(HEADS, "order by p.topic, p.partition limit ?", MOST),
                        EvidenceRows::head);
    }

    /**
     * The first offset of the first or last batch of a partition that was received in a stretch of time.
     *
     * @param last whether the last is asked for
     */
    Optional<Long> end(ChainHead chain, TimeRange range, boolean last) {
        Conditions conditions = of(chain.head())
                .addIf("received_at >= cast(? as timestamptz)", range.from().map(Instant::toString))
                .addIf("received_at < cast(? as timestamptz)", range.to().map(Instant::toString))
                .add("from_offset < ?", chain.bound());
        return reader().first(
                        conditions.statement(BATCHES, "order by from_offset " + (last ? "desc" : "asc") + " limit 1"),
                        row -> row.getLong("from_offset"));
    }

    /** A page of a partition's batches, by their first offsets: from one on and up to another. */
    List<EvidenceRow> batches(ChainHead chain, long from, long last) {
        return reader().list(
                        of(chain.head())
                                .add("from_offset >= ?", from)
                                .add("from_offset <= ?", last)
                                .statement(BATCHES, "order by from_offset limit ?", PAGE),
                        EvidenceRows::batchRow);
    }

    /** The releases of a partition up to the head. */
    List<EvidenceLine> releases(ChainHead chain) {
        return reader().list(
                        of(chain.head())
                                .add("to_offset <= ?", chain.bound())
                                .statement(RELEASES, "order by to_offset limit ?", MOST),
                        EvidenceRows::releaseLine);
    }

    /** The erasures of a partition in a range of offsets, a page of them. */
    List<EvidenceRow> erasureRows(ChainHead chain, long from, long to) {
        return reader().list(
                        erasures(chain.head().topic(), chain.head().partition(), from, to), EvidenceRows::erasureRow);
    }

    /**
     * The same.
     *
     * @throws QueryFailedException if one of them cannot be read
     */
    List<EvidenceLine.Erased> erasures(SealedBatch batch, long from) {
        return reader().list(erasures(batch.topic(), batch.partition(), from, batch.to()), EvidenceRows::erasure);
    }

    private static BoundSql erasures(String topic, int partition, long from, long to) {
        return of(topic, partition)
                .add("event_offset >= ?", from)
                .add("event_offset < ?", to)
                .statement(ERASURES, "order by event_offset limit ?", PAGE);
    }

    /**
     * The batch that an event belongs to, if its evidence is kept.
     *
     * @throws QueryFailedException if it cannot be read
     */
    Optional<EvidenceLine.Sealed> batch(EventId event) {
        return reader().first(
                        of(event.topic(), event.partition())
                                .add("from_offset <= ?", event.offset())
                                .statement(BATCHES, "order by from_offset desc limit 1"),
                        EvidenceRows::batch)
                .filter(found -> event.offset() < found.batch().to());
    }

    private static Conditions of(EvidenceLine.Head head) {
        return of(head.topic(), head.partition());
    }

    private static Conditions of(String topic, int partition) {
        return new Conditions().add("topic = ?", topic).add("partition = ?", partition);
    }

    private StoreReader reader() {
        return new StoreReader(Store.POSTGRESQL, dataSource, StoreReader.PATIENCE);
    }
}
