package com.footstone.audit.web.response;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.model.EventId;
import com.footstone.audit.query.Replay;

/**
 * That a refused record was sent to the topic of events again.
 *
 * @param by who asked for it first
 * @param at when
 * @param audit its id there
 */
@Schema(description = "That a refused record was sent to the topic of events again")
public record ReplayReceipt(
        @Schema(description = "Who asked for it first") String by,

        Instant at,

        @Schema(
                nullable = true,
                example = "sql-audit-events:0:99",
                description =
                        "The id of the event that came of it; null if the replay was interrupted, and asking for it"
                                + " again will end it")
        String audit) {

    public static ReplayReceipt of(Replay replay) {
        return new ReplayReceipt(
                replay.by(), replay.at(), replay.event().map(EventId::toString).orElse(null));
    }
}
