package com.footstone.audit.web.problem;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refusal or failure on the wire, RFC 9457.
 *
 * @param type which kind of problem it is, for programs
 * @param title the same for people
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do about it
 * @param id under which the log has it
 * @param parameter the parameter at fault, null if none is
 * @param store the store at fault, null if none is
 */
@Schema(description = "What went wrong, as of RFC 9457")
public record Problem(
        @Schema(example = "urn:sql-audit:problem:invalid-parameter")
        String type,

        @Schema(example = "A parameter is not valid") String title,
        @Schema(example = "400") int status,

        @Schema(example = "limit is not a number from 1 to 1000")
        String detail,

        @Schema(description = "The log has it under this id")
        String id,

        @Schema(nullable = true, example = "limit") String parameter,

        @Schema(
                nullable = true,
                enumeration = {"PostgreSQL", "ClickHouse", "Kafka"})
        String store) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem byStatus(int status) {
        return of(ProblemType.BY_STATUS, status, Statuses.detail(status), null, null);
    }

    static Problem invalid(String parameter, String detail) {
        return of(ProblemType.INVALID_PARAMETER, 400, detail, parameter, null);
    }

    static Problem notFound(String detail) {
        return of(ProblemType.NOT_FOUND, 404, detail, null, null);
    }

    static Problem replayRefused(String detail) {
        return of(ProblemType.REPLAY_REFUSED, 409, detail, null, null);
    }

    static Problem policyRefused(String detail) {
        return of(ProblemType.POLICY_REFUSED, 409, detail, null, null);
    }

    static Problem unavailable(String store, String detail) {
        return of(ProblemType.STORE_UNAVAILABLE, 503, detail, null, store);
    }

    private static Problem of(ProblemType type, int status, String detail, String parameter, String store) {
        String id = UUID.randomUUID().toString();
        return new Problem(type.uri(), type.title(status), status, detail, id, parameter, store);
    }
}
