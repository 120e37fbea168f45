package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of findings, last seen first.
 *
 * @param items the findings
 * @param next cursor of the next page, null on the last
 */
@Schema(description = "A page of findings, last seen first")
public record FindingPage(
        List<FindingItem> items,

        @Schema(description = "Give it as \"cursor\" to get the next page; null on the last", nullable = true)
        String next) {}
