package com.footstone.audit.sink.policy;

import java.time.Instant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.policy.PolicyJson;
import com.footstone.audit.policy.PolicyText;

/** The versions of the policy, which of them is in force, and the lines about changes, in the transaction of a change. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class VersionTable {

    private static final String LOCK = "select version from policy_head for update";
    private static final String DOCUMENT = "select document from policy_version where version = :version";
    private static final String IN_FORCE = "update policy_head set version = :version";

    private static final String ADD = """
            insert into policy_version (version, document, comment, made_by, made_at)
            values (:version, :document, :comment, :by, cast(:at as timestamptz))
            """;

    private static final String LOG = """
            insert into policy_change (changed_at, changed_by, action, exemption, version, before, after)
            values (cast(:at as timestamptz), :by, :action, cast(nullif(:exemption, '') as bigint),
                    cast(nullif(:version, '') as bigint), :before, :after)
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /** The version in force. No other change begins until the transaction has ended. */
    public Policy lockInForce() {
        long version = ((Number) entities.createNativeQuery(LOCK).getSingleResult()).longValue();
        if (version == 0) {
            return Policy.NONE;
        }
        return PolicyText.policy(version, (String) entities.createNativeQuery(DOCUMENT)
                .setParameter("version", version)
                .getSingleResult());
    }

    /** Adds a version and puts it in force. */
    public void put(Policy policy, String comment, String by, Instant at) {
        entities.createNativeQuery(ADD)
                .setParameter("version", policy.version())
                .setParameter("document", PolicyJson.document(policy))
                .setParameter("comment", comment)
                .setParameter("by", by)
                .setParameter("at", at.toString())
                .executeUpdate();
        entities.createNativeQuery(IN_FORCE)
                .setParameter("version", policy.version())
                .executeUpdate();
    }

    public void log(ChangeLine line) {
        entities.createNativeQuery(LOG)
                .setParameter("at", line.at().toString())
                .setParameter("by", line.by())
                .setParameter("action", line.action())
                .setParameter("exemption", line.exemption().map(String::valueOf).orElse(""))
                .setParameter("version", line.version().map(String::valueOf).orElse(""))
                .setParameter("before", line.before())
                .setParameter("after", line.after())
                .executeUpdate();
    }
}
