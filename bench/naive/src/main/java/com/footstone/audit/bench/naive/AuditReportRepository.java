package com.footstone.audit.bench.naive;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The reports in PostgreSQL. */
interface AuditReportRepository extends JpaRepository<AuditReport, UUID> {}
