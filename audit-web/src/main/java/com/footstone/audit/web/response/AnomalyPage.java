package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of anomalies, last seen first.
 *
 * @param items the anomalies
 * @param next cursor of the next page, null on the last
 */
@Schema(description = "A page of anomalies, last seen first")
public record AnomalyPage(
        List<AnomalyItem> items,

        @Schema(description = "Give it as \"cursor\" to get the next page; null on the last", nullable = true)
        String next) {}
