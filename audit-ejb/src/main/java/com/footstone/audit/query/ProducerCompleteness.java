package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What of one producer's numbers came, in a range of times of execution. Texts that nothing was given for are empty.
 *
 * @param row number of its row
 * @param id its name for itself
 * @param origin where it runs
 * @param firstNumber lowest number that came in the range
 * @param lastNumber highest number that came in the range
 * @param received how many numbers came in the range, each counted once
 * @param duplicates how many events came in the range beyond the first of their number
 * @param missing how many numbers are missing that were given in the range, or may have been; at most, if blurred
 * @param missingRanges which, by number
 * @param missingRangesCut whether there are more of them
 * @param pending how many numbers were overtaken a moment ago
 * @param dropped how many events it says it dropped in the range, or may have
 * @param firstSeen its earliest event of all
 * @param lastSeen its latest event of all
 * @param silentSince its latest event, if it has sent nothing for longer than it may
 */
public record ProducerCompleteness(
        long row,
        String id,
        Origin origin,
        OptionalLong firstNumber,
        OptionalLong lastNumber,
        long received,
        long duplicates,
        long missing,
        List<MissingRange> missingRanges,
        boolean missingRangesCut,
        long pending,
        long dropped,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> silentSince) {

    public ProducerCompleteness {
        missingRanges = List.copyOf(missingRanges);
    }

    /** How many numbers should have come. */
    public long expected() {
        return received > Long.MAX_VALUE - missing ? Long.MAX_VALUE : received + missing;
    }

    /**
     * Where a producer runs. Names are sorted; an empty one stands for events without.
     *
     * @param tenants whose events it sent
     * @param tenantsCut whether there are more
     * @param applications whose events it sent
     * @param applicationsCut whether there are more
     * @param instance process
     * @param host machine
     */
    public record Origin(
            List<String> tenants,
            boolean tenantsCut,
            List<String> applications,
            boolean applicationsCut,
            String instance,
            String host) {

        public Origin {
            tenants = List.copyOf(tenants);
            applications = List.copyOf(applications);
        }
    }

    /**
     * Numbers in a row that did not come.
     *
     * @param first the first
     * @param last the last
     * @param missing how many of them: all, unless it is blurred
     * @param blurred put together from several, so that it is no longer known which numbers are missing
     * @param from time of an event around it
     * @param to time of another one
     * @param openedAt when it was found
     */
    public record MissingRange(
            long first, long last, long missing, boolean blurred, Instant from, Instant to, Instant openedAt) {}
}
