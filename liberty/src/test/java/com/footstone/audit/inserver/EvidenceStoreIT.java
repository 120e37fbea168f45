package com.footstone.audit.inserver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.custody.Custodian;
import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.intake.PipelineAccess;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;
import com.footstone.audit.model.evidence.document.InclusionProof;
import com.footstone.audit.query.EvidenceExports;
import com.footstone.audit.query.StoredRow;
import com.footstone.audit.query.StoredRows;
import com.footstone.audit.query.TimeRange;
import com.footstone.audit.signing.Signatory;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchRows;
import com.footstone.audit.sink.BatchStore;
import com.footstone.audit.sink.EventStore;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Position;
import com.footstone.audit.sink.Schema;
import com.footstone.audit.sink.StoredBatch;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sealed is what ClickHouse holds. */
@InServer
class EvidenceStoreIT {

    @Inject
    private PipelineAccess pipeline;

    @Inject
    private EventStore events;

    @Inject
    private BatchStore batches;

    @Inject
    private IntakePositions positions;

    @Inject
    private StoredRows rows;

    @Inject
    private EvidenceExports exports;

    @EJB
    private Custodian custodian;

    @Inject
    private Signatory signatory;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    private final String topic = "evidence-" + UUID.randomUUID();

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("evidence")
                .withTests(EvidenceStoreIT.class, Occurrence.class)
                .withBeans(PipelineAccess.class, PipelineAccess.Batch.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void theFormatHasEveryColumnOfTheTable() throws SQLException {
        assertThat(stores.clickHouse(
                        "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'events'"
                                + " ORDER BY position"))
                .isEqualTo(RowFormat.COLUMNS.stream()
                        .map(column -> List.<Object>of(column.name()))
                        .toList());
    }

    @Test
    void rowsOfEveryKindComeBackWithTheHashThatTheyWereSealedWith() throws SQLException {
        Occurrence plain = Occurrence.of("f", Instant.parse("2026-11-20T11:59:59.999999999Z"));
        List<Occurrence> nasty = List.of(
                plain,
                plain.at(Instant.parse("1970-01-01T00:00:00.000001Z")),
                plain.at(Instant.parse("2099-12-31T23:59:59.123456789Z")),
                plain.texts("quotes ' '' \" ` $$ \\ \\\\ \\' \\n \\0 \\x00", "tab\t line\r\n end"),
                plain.texts("half \uD83D a pair \uDC18, whole \uD83D\uDC18, \uFFFD, \u05D0", "\u2028\u0001\u007f"),
                plain.texts("select " + "x".repeat(100_000), "? {a:String} %s ${b} -- ; /*"),
                plain.texts("", ""),
                plain.with(event -> event.rowsAffected(Long.MAX_VALUE)
                        .rowsReturned(0)
                        .producerSeq(Long.MAX_VALUE)
                        .producerDropped(7)
                        .executionTimeMs(Long.MAX_VALUE)
                        .sqlState("40P01")
                        .application(" blank ")
                        .endUser("'; drop")
                        .violations(new GuardReport(true, Severity.SAFE, List.of()))),
                plain.found("A", Severity.CRITICAL, 100)
                        .found("B", Severity.LOW, 99)
                        .unchecked("C: \"failed\" \uD83D\uDC18"));
        BatchRange range = new BatchRange(topic, 0, 0, nasty.size());
        StoredBatch batch = Occurrence.batch(range, nasty);
        events.insert(BatchRows.of(range, batch.receivedAt(), batch.events()));

        List<StoredRow> stored = rows.of(topic, 0, 0, nasty.size());

        for (int i = 0; i < nasty.size(); i++) {
            assertThat(stored.get(i).leaf())
                    .as("event " + i)
                    .isEqualTo(batch.leaves().get(i));
            assertThat(stored.get(i).verdict()).isEqualTo(batch.events().get(i).verdict());
        }
    }

    @Test
    void everyBatchIsSealedAndNamesTheOneBefore() throws Exception {
        long epoch = positions.begin(topic, 0, 10).epoch();
        keep(epoch, new BatchRange(topic, 0, 10, 15), 3);
        keep(epoch, new BatchRange(topic, 0, 15, 16), 0);
        keep(epoch, new BatchRange(topic, 0, 16, 20), 4);

        List<List<Object>> kept = sealed();

        assertThat(kept).hasSize(3);
        Hash previous = Hash.NONE;
        for (List<Object> row : kept) {
            SealedBatch batch = new SealedBatch(
                    (int) row.get(0),
                    topic,
                    0,
                    (long) row.get(1),
                    (long) row.get(2),
                    Instant.EPOCH.plusNanos((long) row.get(3) * 1000),
                    (int) row.get(4),
                    Hash.parse((String) row.get(5)),
                    previous);
            assertThat(row.get(6)).isEqualTo(previous.hex());
            assertThat(row.get(7)).isEqualTo(batch.link().hex());
            previous = batch.link();
        }
        assertThat(kept.get(1).get(5)).isEqualTo(MerkleTree.root(List.of()).hex());
    }

    /** As when the first try met a busy parser and the second did not: the first verdict is there and stays there. */
    @Test
    void aRepeatedBatchIsSealedAndCountedAsItIsStored() throws Exception {
        BatchRange range = new BatchRange(topic, 0, 0, 2);
        String sql = "delete from t_" + UUID.randomUUID().toString().replace('-', '_');
        byte[] record = ("{\"sql\":\"" + sql + "\",\"sqlType\":\"UNKNOWN\",\"application\":\"" + topic
                        + "\",\"timestamp\":\"" + Instant.now() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        long earlier = positions.begin(topic, 0, 0).epoch();
        Instant receivedAt = positions.claim(range, earlier).at();
        Occurrence first = Occurrence.of("f", Instant.now()).with(event -> event.application(topic));
        events.insert(BatchRows.of(
                range, receivedAt, Occurrence.fill(range, List.of(first.unchecked("parser: no time"), first))));

        Position later = positions.take(topic, 0).orElseThrow();
        assertThat(pipeline.batch(range, later, List.of(record, record)).store())
                .isTrue();

        List<Hash> leaves =
                rows.of(topic, 0, 0, 2).stream().map(StoredRow::leaf).toList();
        assertThat(sealed().get(0).get(5)).isEqualTo(MerkleTree.root(leaves).hex());
        assertThat(stores.postgres("select rule from finding where application = ?", topic))
                .as("the stored verdicts have no findings")
                .isEmpty();
    }

    @Test
    void aBatchThatWasSealedBeforeThereWereMoreColumnsIsProvenWithoutThem() throws Exception {
        BatchRange range = new BatchRange(topic, 0, 0, 2);
        Occurrence one = Occurrence.of(topic, Instant.now()).found("R", Severity.LOW, 1);
        BatchRows written = BatchRows.of(range, Instant.now(), Occurrence.fill(range, List.of(one, one)));
        events.insert(written);
        long epoch = positions.begin(topic, 0, 0).epoch();
        positions.claim(range, epoch);
        batches.keep(written.batch(), epoch);
        List<Hash> leaves =
                rows.of(1, topic, 0, 0, 2).stream().map(StoredRow::leaf).toList();
        assertThat(leaves).doesNotContainAnyElementsOf(written.batch().leaves());
        stores.changePostgres("update evidence_batch set format = 1, root = decode('"
                + MerkleTree.root(leaves).hex() + "', 'hex') where topic = '" + topic + "'");

        InclusionProof proof = exports.proof(new EventId(topic, 0, 1)).orElseThrow();

        assertThat(proof.leaf()).isEqualTo(leaves.get(1));
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void whatRetentionLetsGoLeavesASignedReleaseFromWhichTheChainGoesOn() throws Exception {
        long epoch = positions.begin(topic, 0, 0).epoch();
        keep(epoch, new BatchRange(topic, 0, 0, 5), 5);
        keep(epoch, new BatchRange(topic, 0, 5, 9), 4);
        Hash last = Hash.parse((String) sealed().get(1).get(7));

        custodian.release(Instant.now().plus(89, ChronoUnit.DAYS));
        assertThat(sealed()).hasSize(2);
        custodian.release(Instant.now().plus(92, ChronoUnit.DAYS));
        assertThat(sealed()).isEmpty();
        custodian.release(Instant.now().plus(92, ChronoUnit.DAYS));
        keep(epoch, new BatchRange(topic, 0, 9, 10), 1);

        assertThat(sealed().get(0).get(6)).isEqualTo(last.hex());
        PublicKeys trusted = new PublicKeys();
        trusted.addPem(signatory.publicPem());
        List<EvidenceLine> lines = export();
        assertThat(lines).hasSize(3);
        assertThat(((EvidenceLine.Head) lines.get(0)).to()).isEqualTo(10);
        EvidenceLine.Released released = (EvidenceLine.Released) lines.get(1);
        assertThat(released.release().to()).isEqualTo(9);
        assertThat(released.release().days()).isEqualTo(90);
        assertThat(released.release().link()).isEqualTo(last);
        assertThat(trusted.verify(released.release(), released.seal())).isTrue();
        assertThat(((EvidenceLine.Sealed) lines.get(2)).batch().previous()).isEqualTo(last);
    }

    /** What the export has of this test's partition. */
    private List<EvidenceLine> export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.begin(TimeRange.ALWAYS).writeTo(out);
        return out.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.contains("\"" + topic + "\""))
                .map(EvidenceLine::parse)
                .toList();
    }

    private void keep(long epoch, BatchRange range, int count) throws Exception {
        Instant at = positions.claim(range, epoch).at();
        List<Occurrence> occurrences =
                Collections.nCopies(count, Occurrence.of(topic, at).found("R", Severity.LOW, 1));
        batches.keep(
                BatchRows.of(range, at, Occurrence.fill(range, occurrences)).batch(), epoch);
    }

    private List<List<Object>> sealed() throws SQLException {
        return stores.postgres("""
                select format, from_offset, to_offset, (extract(epoch from received_at) * 1000000)::bigint, events,
                       encode(root, 'hex'), encode(previous, 'hex'), encode(link, 'hex')
                from evidence_batch where topic = ? order by from_offset
                """, topic);
    }
}
