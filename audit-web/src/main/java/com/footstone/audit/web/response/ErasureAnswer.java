package com.footstone.audit.web.response;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an erasure stands. */
@Schema(name = "Erasure")
public record ErasureAnswer(
        String id,
        @Schema(enumeration = {"ERASED", "PENDING"}) String state) {}
