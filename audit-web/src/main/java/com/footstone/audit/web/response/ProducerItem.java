package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.ProducerCompleteness;

/**
 * What of one producer's numbers came in a range.
 *
 * @param producerId its name for itself
 * @param tenants whose events it sent, null for events without; all of them are in one sequence
 * @param tenantsCut whether there are more
 * @param applications whose events it sent, null for events without
 * @param applicationsCut whether there are more
 * @param instance process that it is
 * @param host machine that it runs on
 * @param firstSeq lowest number that came in the range, null if none did
 * @param lastSeq highest number that came in the range, null if none did
 * @param expected numbers received and missing
 * @param received numbers that came in the range, each counted once
 * @param missing numbers that did not
 * @param missingRanges which, the first 100 stretches
 * @param missingRangesCut whether there are more stretches
 * @param pending numbers that were overtaken a moment ago and may still come
 * @param duplicates events that came in the range beyond the first of their number
 * @param declaredDrops events that it says it dropped before sending
 * @param firstSeen its earliest event of all
 * @param lastSeen its latest event of all
 * @param silentSince its latest event, if it has sent nothing for longer than it may, otherwise null
 */
@Schema(description = "What of one producer's numbers came in a range")
public record ProducerItem(
        String producerId,

        @Schema(description = "Whose events it sent; they share one sequence. Null stands for events without a tenant")
        List<String> tenants,

        boolean tenantsCut,
        List<String> applications,
        boolean applicationsCut,
        @Schema(nullable = true) String instance,
        @Schema(nullable = true) String host,
        @Schema(nullable = true) Long firstSeq,
        @Schema(nullable = true) Long lastSeq,
        long expected,

        @Schema(description = "Numbers that came in the range, each counted once")
        long received,

        long missing,

        @Schema(description = "The first 100 stretches, by number")
        List<MissingRange> missingRanges,

        boolean missingRangesCut,
        long pending,
        long duplicates,
        long declaredDrops,
        Instant firstSeen,
        Instant lastSeen,
        @Schema(nullable = true) Instant silentSince) {

    static ProducerItem of(ProducerCompleteness producer) {
        return new ProducerItem(
                producer.id(),
                names(producer.origin().tenants()),
                producer.origin().tenantsCut(),
                names(producer.origin().applications()),
                producer.origin().applicationsCut(),
                Unknowns.text(producer.origin().instance()),
                Unknowns.text(producer.origin().host()),
                Unknowns.number(producer.firstNumber()),
                Unknowns.number(producer.lastNumber()),
                producer.expected(),
                producer.received(),
                producer.missing(),
                producer.missingRanges().stream().map(MissingRange::of).toList(),
                producer.missingRangesCut(),
                producer.pending(),
                producer.duplicates(),
                producer.dropped(),
                producer.firstSeen(),
                producer.lastSeen(),
                producer.silentSince().orElse(null));
    }

    private static List<String> names(List<String> names) {
        // A list that may hold null.
        return names.stream().map(Unknowns::text).collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Numbers in a row that did not come.
     *
     * @param first the first
     * @param last the last
     * @param missing how many of them
     * @param blurred whether it was put together from several, so that it is no longer known which are missing
     * @param from time of an event around it
     * @param to time of another one
     * @param openedAt when it was found
     */
    @Schema(description = "Numbers in a row that did not come")
    public record MissingRange(
            long first,
            long last,

            @Schema(description = "All of them, unless it is blurred; then at most so many")
            long missing,

            @Schema(description = "Put together from several, because the producer had too many")
            boolean blurred,

            @Schema(description = "The numbers were given between this time and the next, those of the events around")
            Instant from,

            Instant to,
            Instant openedAt) {

        static MissingRange of(ProducerCompleteness.MissingRange range) {
            return new MissingRange(
                    range.first(),
                    range.last(),
                    range.missing(),
                    range.blurred(),
                    range.from(),
                    range.to(),
                    range.openedAt());
        }
    }
}
