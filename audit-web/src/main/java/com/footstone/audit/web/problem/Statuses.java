package com.footstone.audit.web.problem;

import jakarta.ws.rs.core.Response;

/** What a status means here and what to do about it. */
final class Statuses {

    private Statuses() {}

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read. Check the encoding of the address.";
            case 401 -> "A valid token is needed: Authorization: Bearer followed by a JWT that has not expired.";
            case 403 ->
                "The token's groups lack the role that this takes: audit-admin, or for most reading audit-viewer.";
            case 404 -> "There is nothing at this address. The API is below /api/v1 and described by /openapi.";
            case 405 -> "This address does not take this method. The header Allow names those that it takes.";
            case 406 -> "Answers are application/json, which the header Accept does not allow.";
            case 409 -> "It is being worked on just now. Ask again in a moment.";
            case 415 -> "This address does not take a body of this type.";
            case 500 -> "Something went wrong inside. The log has more under the id of this problem.";
            default ->
                status < 500
                        ? "The request cannot be answered as it is."
                        : "The request cannot be answered at the moment. Try again later.";
        };
    }
}
