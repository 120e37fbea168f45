package com.footstone.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.document.InclusionProof;

/** Verifies the proof of one event. */
final class ProofCheck {

    private final PublicKeys trusted;
    private final Optional<ClickHouse> store;
    private final Report report;

    ProofCheck(PublicKeys trusted, Optional<ClickHouse> store, Report report) {
        this.trusted = trusted;
        this.store = store;
        this.report = report;
    }

    void check(Path file) throws IOException, InterruptedException {
        InclusionProof proof = InclusionProof.parse(Files.readString(file).strip());
        EventId event = proof.event();
        if (!trusted.verify(proof.sealed().batch(), proof.sealed().seal())) {
            report.tampered(event.toString(), "is said to be in a batch that no trusted key signed");
        }
        if (!proof.holds()) {
            report.tampered(event.toString(), "is not in the batch by this proof");
        }
        if (store.isEmpty()) {
            report.note(event.toString(), "was not compared with its row: no --clickhouse was given");
            return;
        }
        int format = proof.sealed().batch().format();
        if (!RowFormat.knows(format)) {
            report.tampered(
                    event.toString(), "is of a format that this command does not know: use that of the newest version");
            return;
        }
        Partition partition = new Partition(event.topic(), event.partition());
        List<Row> rows = store.get().rows(format, partition, event.offset(), event.offset() + 1, 2);
        if (rows.size() != 1 || !rows.get(0).leaf().equals(proof.leaf())) {
            report.tampered(event.toString(), rows.isEmpty() ? "is not there" : "is not the row of the proof");
        }
    }
}
