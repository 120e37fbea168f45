package com.footstone.audit.sink;

import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.AuditedEvent;

/**
 * Adds what a batch held to the statement catalogue and the findings in PostgreSQL.
 *
 * <p>Counters are added to in the database, not loaded and saved: several partitions count into the same row. Rows are
 * touched in the order of their keys, so that two batches cannot deadlock.
 */
@Stateless
public class FindingStore {

    /** A statement that was once understood less well, on a busy start or by an older version, is replaced. */
    private static final String KEEP_STATEMENTS =
            """
            insert into statement (fingerprint, normalized_sql, kind, tables_read, tables_written, gaps, executions,
                                   first_seen, last_seen)
            select fingerprint, normalized_sql, kind, tables_read, tables_written, gaps, count, first_seen, last_seen
            from json_to_recordset(cast(:rows as json)) as batch (
                fingerprint text, normalized_sql text, kind text, tables_read text[], tables_written text[],
                gaps text[], count bigint, first_seen timestamptz, last_seen timestamptz)
            order by fingerprint
            on conflict (fingerprint) do update set
                executions = statement.executions + excluded.executions,
                kind = case when %1$s then excluded.kind else statement.kind end,
                tables_read = case when %1$s then excluded.tables_read else statement.tables_read end,
                tables_written = case when %1$s then excluded.tables_written else statement.tables_written end,
                gaps = case when %1$s then excluded.gaps else statement.gaps end,
                first_seen = least(statement.first_seen, excluded.first_seen),
                last_seen = greatest(statement.last_seen, excluded.last_seen)
            """.formatted("cardinality(excluded.gaps) < cardinality(statement.gaps)");

    private static final String KEEP_FINDINGS = """
            insert into finding as kept (tenant_id, application, rule, fingerprint, severity, risk, confidence,
                                         occurrences, first_seen, last_seen,
                                         example_event, example_sql, example_message, example_evidence)
            select tenant_id, application, rule, fingerprint, severity, risk, confidence, count, first_seen, last_seen,
                   example_event, example_sql, example_message, example_evidence
            from json_to_recordset(cast(:rows as json)) as batch (
                tenant_id text, application text, rule text, fingerprint text, severity smallint, risk smallint,
                confidence smallint, count bigint, first_seen timestamptz, last_seen timestamptz,
                example_event text, example_sql text, example_message text, example_evidence jsonb)
            order by fingerprint, rule, application, tenant_id
            on conflict (fingerprint, rule, md5(application), md5(tenant_id)) do update set
                severity = greatest(kept.severity, excluded.severity),
                occurrences = kept.occurrences + excluded.occurrences,
                first_seen = least(kept.first_seen, excluded.first_seen),
                last_seen = greatest(kept.last_seen, excluded.last_seen),
                confidence = case when excluded.risk > kept.risk then excluded.confidence else kept.confidence end,
                example_event = case when excluded.risk > kept.risk then excluded.example_event
                                     else kept.example_event end,
                example_sql = case when excluded.risk > kept.risk then excluded.example_sql
                                   else kept.example_sql end,
                example_message = case when excluded.risk > kept.risk then excluded.example_message
                                       else kept.example_message end,
                example_evidence = case when excluded.risk > kept.risk then excluded.example_evidence
                                        else kept.example_evidence end,
                risk = greatest(kept.risk, excluded.risk)
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /** Adds a batch, in the transaction of {@link BatchStore}: a count that is added twice cannot be told. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(List<AuditedEvent> events) {
        BatchTally tally = BatchTally.of(events);
        if (!tally.statements().isEmpty()) {
            upsert(KEEP_STATEMENTS, TallyJson.statements(tally.statements()));
        }
        if (!tally.findings().isEmpty()) {
            upsert(KEEP_FINDINGS, TallyJson.findings(tally.findings()));
        }
    }

    private void upsert(String sql, String rows) {
        entities.createNativeQuery(sql).setParameter("rows", rows).executeUpdate();
    }
}
