package com.footstone.audit.sink.anomaly;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.json.JsonRows;

/** Keeps anomalies. What is conspicuous in one window after the other is one row. */
@Stateless
public class AnomalyStore {

    /**
     * A row grows if the window touches its last one; the worst of both windows is what it tells. What follows the update
     * sees the rows as they were before it.
     */
    private static final String KEEP = """
            with seen as (
                select * from json_to_recordset(cast(:rows as json)) as window_of (
                    detector text, subject text, tenant_id text, application text, db_system text, db_name text,
                    db_user text, end_user text, fingerprint text, table_name text, window_from timestamptz,
                    window_to timestamptz, severity smallint, degree double precision, message text, evidence jsonb)
            ), grown as (
                update anomaly as known set
                    window_to = greatest(known.window_to, seen.window_to),
                    windows = known.windows + 1,
                    severity = greatest(known.severity, seen.severity),
                    degree = greatest(known.degree, seen.degree),
                    message = case when seen.degree > known.degree then seen.message else known.message end,
                    evidence = case when seen.degree > known.degree then seen.evidence else known.evidence end
                from seen
                where known.detector = seen.detector and known.subject = seen.subject
                    and known.window_to >= seen.window_from and known.window_to < seen.window_to
            ), begun as (
                insert into anomaly (detector, subject, tenant_id, application, db_system, db_name, db_user, end_user,
                                     fingerprint, table_name, window_from, window_to, severity, degree, message,
                                     evidence, detected_at)
                select detector, subject, tenant_id, application, db_system, db_name, db_user, end_user, fingerprint,
                       table_name, window_from, window_to, severity, degree, message, evidence,
                       cast(:now as timestamptz)
                from seen
                where not exists (
                    select 1 from anomaly as known
                    where known.detector = seen.detector and known.subject = seen.subject
                        and known.window_to >= seen.window_from and known.window_from <= seen.window_to)
                on conflict (detector, subject, window_from) do nothing
                returning severity
            )
            select cast(severity as integer) from begun
            union all
            select cast(seen.severity as integer)
            from seen join anomaly as known on known.detector = seen.detector and known.subject = seen.subject
                and known.window_to >= seen.window_from and known.window_to < seen.window_to
            where seen.severity > known.severity
            """;

    private static final String FORGET = "delete from anomaly where window_to < cast(:before as timestamptz)";

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /**
     * Keeps what was found in one window, in the transaction that says that the window was judged.
     *
     * @return the severity of each new row, and of each that became worse
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<Severity> keep(List<Anomaly> anomalies, Instant now) {
        if (anomalies.isEmpty()) {
            return List.of();
        }
        List<?> ranks = entities.createNativeQuery(KEEP)
                .setParameter("rows", rows(anomalies))
                .setParameter("now", now.toString())
                .getResultList();
        return ranks.stream().map(rank -> severity(((Number) rank).intValue())).toList();
    }

    /** Forgets what ended before a time. */
    public void forget(Instant before) {
        entities.createNativeQuery(FORGET)
                .setParameter("before", before.toString())
                .executeUpdate();
    }

    private static Severity severity(int rank) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.rank() == rank)
                .findFirst()
                .orElseThrow();
    }

    private static String rows(Collection<Anomaly> anomalies) {
        return JsonRows.of(anomalies, (json, anomaly) -> {
            Subject subject = anomaly.subject();
            json.writeStringField("detector", anomaly.detector());
            json.writeStringField("subject", Keys.of(subject));
            json.writeStringField("tenant_id", subject.tenant());
            json.writeStringField("application", subject.application());
            json.writeStringField("db_system", subject.dbSystem());
            json.writeStringField("db_name", subject.dbName());
            json.writeStringField("db_user", subject.dbUser());
            json.writeStringField("end_user", subject.endUser());
            json.writeStringField("fingerprint", subject.fingerprint());
            json.writeStringField("table_name", subject.table());
            json.writeStringField("window_from", anomaly.window().from().toString());
            json.writeStringField("window_to", anomaly.window().to().toString());
            json.writeNumberField("severity", anomaly.severity().rank());
            json.writeNumberField("degree", anomaly.degree());
            json.writeStringField("message", anomaly.message());
            json.writeObjectFieldStart("evidence");
            for (var entry : anomaly.evidence().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        });
    }
}
