package com.footstone.audit.query;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;
import com.footstone.audit.model.evidence.document.EvidenceWriter;
import com.footstone.audit.model.evidence.document.InclusionProof;
import com.footstone.audit.signing.Signatory;

/** Puts evidence together for those who verify it. */
@ApplicationScoped
public class EvidenceExports {

    @Inject
    private EvidenceQueries evidence;

    @Inject
    private StoredRows rows;

    @Inject
    private Signatory signatory;

    private final Clock clock = Clock.systemUTC();

    /**
     * Begins an export of all batches that were received in a stretch of time, and of those between them.
     *
     * @return what writes it, a page at a time
     */
    public Export begin(TimeRange range) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Export(range, now, evidence.heads());
    }

    /**
     * The proof that an event is among those of its batch, from what ClickHouse holds now.
     *
     * @return nothing if there is no such event, or its batch was released by retention
     */
    public Optional<InclusionProof> proof(EventId event) {
        return evidence.batch(event).flatMap(found -> proof(event, found));
    }

    private Optional<InclusionProof> proof(EventId event, EvidenceLine.Sealed sealed) {
        SealedBatch batch = sealed.batch();
        SortedMap<Long, Hash> leaves = new TreeMap<>();
        rows.of(batch.format(), batch.topic(), batch.partition(), batch.from(), batch.to())
                .forEach(row -> leaves.put(row.offset(), row.leaf()));
        long from = batch.from();
        List<EvidenceLine.Erased> erased;
        do {
            erased = evidence.erasures(batch, from);
            for (EvidenceLine.Erased one : erased) {
                leaves.put(one.erasure().event().offset(), one.erasure().leaf());
                from = one.erasure().event().offset() + 1;
            }
        } while (!erased.isEmpty());
        Hash leaf = leaves.get(event.offset());
        if (leaf == null) {
            return Optional.empty();
        }
        int index = leaves.headMap(event.offset()).size();
        List<Hash> path = MerkleTree.path(new ArrayList<>(leaves.values()), index);
        return Optional.of(new InclusionProof(event, leaf, index, path, sealed));
    }

    /** An export that was begun: its heads are fixed. */
    public final class Export {

        private final TimeRange range;
        private final Instant begun;
        private final List<ChainHead> chains;

        private Export(TimeRange range, Instant begun, List<ChainHead> chains) {
            this.range = range;
            this.begun = begun;
            this.chains = chains;
        }

        /**
         * Writes the export.
         *
         * @throws IOException if whoever reads is gone
         * @throws StoreUnavailableException if PostgreSQL goes away; what was written has no closing line then
         */
        public void writeTo(OutputStream out) throws IOException {
            EvidenceWriter writer = new EvidenceWriter(out, signatory::sign);
            writer.write(new EvidenceLine.Opening(range.from(), range.to(), begun));
            for (ChainHead chain : chains) {
                writer.write(chain.head());
                if (chain.fault().isPresent()) {
                    writer.write(chain.fault().get());
                }
                for (EvidenceLine release : evidence.releases(chain)) {
                    writer.write(release);
                }
                writeBatches(chain, writer);
            }
            writer.close();
        }

        private void writeBatches(ChainHead chain, EvidenceWriter writer) throws IOException {
            Optional<Long> first = evidence.end(chain, range, false);
            Optional<Long> last = evidence.end(chain, range, true);
            if (first.isEmpty() || last.isEmpty()) {
                return;
            }
            List<EvidenceRow> page = evidence.batches(chain, first.get(), last.get());
            while (!page.isEmpty()) {
                EvidenceRow end = page.get(page.size() - 1);
                List<EvidenceRow> next = evidence.batches(chain, end.from() + 1, last.get());
                // Where the next page begins is a key, and so is true even if the end of a batch was changed.
                long to = next.isEmpty() ? end.to() : next.get(0).from();
                writeErasures(chain, page.get(0).from(), to, writer);
                for (EvidenceRow batch : page) {
                    writer.write(batch.line());
                }
                page = next;
            }
        }

        private void writeErasures(ChainHead chain, long from, long to, EvidenceWriter writer) throws IOException {
            List<EvidenceRow> page = evidence.erasureRows(chain, from, to);
            while (!page.isEmpty()) {
                for (EvidenceRow erasure : page) {
                    writer.write(erasure.line());
                }
                page = evidence.erasureRows(chain, page.get(page.size() - 1).to(), to);
            }
        }
    }
}
