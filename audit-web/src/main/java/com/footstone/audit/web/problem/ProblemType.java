package com.footstone.audit.web.problem;

/** The problems that clients can tell apart by type; all others are told by their status alone. */
enum ProblemType {
    INVALID_PARAMETER("urn:sql-audit:problem:invalid-parameter", "A parameter is not valid"),
    NOT_FOUND("urn:sql-audit:problem:not-found", "It does not exist"),
    REPLAY_REFUSED("urn:sql-audit:problem:replay-refused", "It cannot be sent again"),
    POLICY_REFUSED("urn:sql-audit:problem:policy-refused", "The policy cannot be changed like this"),
    STORE_UNAVAILABLE("urn:sql-audit:problem:store-unavailable", "A store is not available"),
    /** RFC 9457: the status says it all. */
    BY_STATUS("about:blank", "");

    private final String uri;
    private final String title;

    ProblemType(String uri, String title) {
        this.uri = uri;
        this.title = title;
    }

    String uri() {
        return uri;
    }

    String title(int status) {
        return this == BY_STATUS ? Statuses.title(status) : title;
    }
}
