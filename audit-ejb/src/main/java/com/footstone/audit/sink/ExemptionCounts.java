package com.footstone.audit.sink;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.Exempted;

/** Counts what each exemption lets pass: one that lets nothing pass is not needed any more. */
@Stateless
public class ExemptionCounts {

    private static final String COUNT = """
            update policy_exemption set applied = applied + :count, applied_at = cast(:at as timestamptz) where id = :id
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /** Counts a batch, in the transaction of {@link BatchStore}; in the order of numbers, so that batches cannot deadlock. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void count(StoredBatch batch) {
        Map<Long, Long> counts = batch.events().stream()
                .flatMap(event -> event.verdict().exempted().stream())
                .collect(Collectors.groupingBy(Exempted::exemption, TreeMap::new, Collectors.counting()));
        counts.forEach((exemption, count) -> entities.createNativeQuery(COUNT)
                .setParameter("id", exemption)
                .setParameter("count", count)
                .setParameter("at", batch.receivedAt().toString())
                .executeUpdate());
    }
}
