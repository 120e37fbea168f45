package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of events, newest first.
 *
 * @param items the events
 * @param next cursor of the next page, null on the last
 */
@Schema(description = "A page of events, newest first")
public record AuditPage(
        List<AuditItem> items,

        @Schema(description = "Give it as \"cursor\" to get the next page; null on the last", nullable = true)
        String next) {}
