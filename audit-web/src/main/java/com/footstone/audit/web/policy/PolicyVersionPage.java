package com.footstone.audit.web.policy;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some versions.
 *
 * @param items newest first
 * @param next what to give as {@code before} to go on; null at the end
 */
public record PolicyVersionPage(
        List<PolicyVersionItem> items,

        @Schema(nullable = true, description = "\"before\" of the next page; null at the end")
        Long next) {}
