package com.footstone.audit.bench.naive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The event as it is on the wire, as far as this service uses it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SqlAuditEvent(
        String sqlId,
        String sql,
        String sqlType,
        String executionLayer,
        String statementId,
        String datasource,
        long executionTimeMs,
        long rowsAffected,
        long rowsReturned,
        String errorMessage,
        String timestamp,
        String application,
        String instance,
        String dbUser,
        String traceId) {}
