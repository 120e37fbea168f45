package com.footstone.audit.sink.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.policy.PolicyJson;
import com.footstone.audit.policy.PolicyText;

/** The exemptions that were asked for, in the transaction of a change. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ExemptionTable {

    private static final String ADD = """
            insert into policy_exemption (request, owner, asked_at, expires_at)
            values (:request, :owner, cast(:at as timestamptz), cast(:expires as timestamptz))
            returning id
            """;

    private static final String LOCK = """
            select request, owner, approver is not null, ended_at is not null from policy_exemption
            where id = :id for update
            """;

    private static final String APPROVE = """
            update policy_exemption set approver = :by, approved_at = cast(:at as timestamptz) where id = :id
            """;

    private static final String END = """
            update policy_exemption set ended_by = :by, ended_at = cast(:at as timestamptz) where id = :id
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    public long add(ExemptionRequest request, Instant at) {
        return ((Number) entities.createNativeQuery(ADD)
                        .setParameter("request", PolicyJson.request(request))
                        .setParameter("owner", request.owner())
                        .setParameter("at", at.toString())
                        .setParameter("expires", request.expires().toString())
                        .getSingleResult())
                .longValue();
    }

    /** An exemption, which nobody else changes until the transaction has ended. */
    public Optional<AskedExemption> lock(long id) {
        List<?> rows = entities.createNativeQuery(LOCK, Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new AskedExemption(
                        PolicyText.request((String) row[0], (String) row[1]), (Boolean) row[2], (Boolean) row[3]))
                .findFirst();
    }

    public void approved(long id, String by, Instant at) {
        set(APPROVE, id, by, at);
    }

    public void ended(long id, String by, Instant at) {
        set(END, id, by, at);
    }

    private void set(String sql, long id, String by, Instant at) {
        entities.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("by", by)
                .setParameter("at", at.toString())
                .executeUpdate();
    }
}
