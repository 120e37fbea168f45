package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of refused records, newest first.
 *
 * @param items the records
 * @param next cursor of the next page, null on the last
 */
@Schema(
        description =
                "A page of refused records, newest first. It may hold fewer than asked for, even none, and yet have a"
                        + " next one")
public record DeadLetterList(
        List<DeadLetterItem> items,

        @Schema(description = "Give it as \"cursor\" to get the next page; null on the last", nullable = true)
        String next) {}
