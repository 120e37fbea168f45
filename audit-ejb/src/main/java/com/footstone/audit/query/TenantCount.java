package com.footstone.audit.query;

import com.footstone.audit.model.Severity;

/**
 * How many statements of a tenant were executed.
 *
 * @param tenant the tenant; {@link TenantQueries#NONE} and {@link TenantQueries#OTHER} stand for what has no name of its own
 * @param severity the worst that was found of them
 * @param executions how many
 */
public record TenantCount(String tenant, Severity severity, long executions) {}
