package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.Completeness;
import com.footstone.audit.query.Doubt;

/**
 * Whether everything came that was executed in a range, and a page of those who sent it.
 *
 * @param complete whether nothing speaks against it
 * @param doubts all that speaks against it, of any producer that is asked about
 * @param from first time of execution that belongs to the range
 * @param to first time after it
 * @param storedUntil up to when everything that Kafka held is stored, null if that is not known yet
 * @param untracked events of the range without a producer or a number
 * @param items producers that sent events in the range, or before and after it, or have been silent since before its end
 * @param next cursor of the next page, null on the last
 */
@Schema(description = "Whether everything came that was executed in a range, and a page of those who sent it")
public record CompletenessPage(
        @Schema(description = "True only if nothing speaks against it, of any producer that is asked about")
        boolean complete,

        @Schema(
                description = "What speaks against it. MISSING: numbers did not come. DROPPED: a producer says that it"
                        + " dropped events. AMBIGUOUS: different events came under one number. UNTRACKED: events came"
                        + " without a producer or a number. SILENT: a producer has sent nothing for longer than it may."
                        + " PENDING: numbers were overtaken a moment ago and may still come. UNSETTLED: the range ends"
                        + " after storedUntil. EXPIRED: the range begins before the time from which events are kept."
                        + " NOBODY: nobody is known who sent events then.")
        List<Doubt> doubts,

        Instant from,
        Instant to,

        @Schema(
                description = "Everything that Kafka held at this time is stored; null if that is not known yet",
                nullable = true)
        Instant storedUntil,

        @Schema(description = "Events of the range without a producer or a number; 0 if one producer is asked about")
        long untracked,

        List<ProducerItem> items,

        @Schema(description = "Give it as \"cursor\" to get the next page; null on the last", nullable = true)
        String next) {

    public static CompletenessPage of(Completeness completeness, String next) {
        return new CompletenessPage(
                completeness.complete(),
                completeness.doubts().stream().sorted().toList(),
                completeness.from(),
                completeness.to(),
                completeness.storedUntil().orElse(null),
                completeness.untracked(),
                completeness.producers().items().stream().map(ProducerItem::of).toList(),
                next);
    }
}
