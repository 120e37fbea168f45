package com.footstone.audit.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.query.StoredRow;
import com.footstone.audit.sink.StoredBatch;

/** Brings a batch that was audited again in line with what an earlier try stored of it. */
final class Recovery {

    private Recovery() {}

    /**
     * The batch as it is stored.
     *
     * @param written what it would hold by this audit
     * @param rows what ClickHouse holds of its range, by offset
     */
    static StoredBatch of(StoredBatch written, List<StoredRow> rows) {
        Map<Long, Verdict> verdicts = new HashMap<>();
        rows.forEach(row -> verdicts.put(row.offset(), row.verdict()));
        List<AuditedEvent> events = written.events().stream()
                .map(event -> {
                    Verdict stored = verdicts.get(event.analysed().id().offset());
                    return stored == null ? null : new AuditedEvent(event.analysed(), stored);
                })
                .filter(Objects::nonNull)
                .toList();
        return new StoredBatch(
                written.range(),
                written.receivedAt(),
                events,
                rows.stream().map(StoredRow::leaf).toList());
    }
}
