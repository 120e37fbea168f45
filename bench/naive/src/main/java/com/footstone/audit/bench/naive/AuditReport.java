package com.footstone.audit.bench.naive;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What was found about one event. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields.
public class AuditReport {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Column(nullable = false)
    private String sqlId;

    @Column(nullable = false, columnDefinition = "text")
    private String statement;

    private String application;

    @Column(nullable = false)
    private String violations;

    private long executionTimeMs;
    private long rowsAffected;

    @Column(nullable = false)
    private Instant executedAt;

    protected AuditReport() {}

    AuditReport(SqlAuditEvent event, String violations) {
        this.sqlId = event.sqlId();
        this.statement = event.sql();
        this.application = event.application();
        this.violations = violations;
        this.executionTimeMs = event.executionTimeMs();
        this.rowsAffected = event.rowsAffected();
        this.executedAt = Instant.parse(event.timestamp());
    }

    public UUID getId() {
        return id;
    }
}
