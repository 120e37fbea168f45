package com.footstone.audit.web.request;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an erasure must be told. */
public class ErasureParameters {

    private static final int LONGEST_REASON = 500;

    @QueryParam("reason")
    @Parameter(
            required = true,
            description =
                    "Why, for the tombstone, which is exported with the evidence: a ticket's number, no personal data",
            schema = @Schema(minLength = 1, maxLength = LONGEST_REASON))
    String reason;

    /**
     * Why the event is erased.
     *
     * @throws InvalidParameterException if that is not said, or at too great length
     */
    public String reason() {
        String text = new ParameterText("reason", reason)
                .text()
                .orElseThrow(() -> new InvalidParameterException("reason", "is missing: the tombstone must tell it"));
        if (text.length() > LONGEST_REASON) {
            throw new InvalidParameterException("reason", "is longer than " + LONGEST_REASON + " characters");
        }
        return text;
    }
}
