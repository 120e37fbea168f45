package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.List;

/**
 * A producer of which something is to be judged or marked.
 *
 * @param id its row
 * @param top highest number that came
 * @param judged numbers below were judged
 * @param judgedSeen when events below were executed at the latest, or null
 * @param mark numbers below can be judged now, or null if none were marked
 * @param markedSeen when events below the mark were executed at the latest, or null
 * @param firstSeen earliest event
 * @param lastSeen latest event
 * @param repeated events since the last look whose number had come before
 * @param dropped events that the producer said, since the last look, that it dropped
 */
record DueProducer(
        long id,
        long top,
        long judged,
        Instant judgedSeen,
        Long mark,
        Instant markedSeen,
        Instant firstSeen,
        Instant lastSeen,
        long repeated,
        long dropped) {

    /** Judges the numbers below the mark, and sets the next mark. */
    Look judge(List<Block> blocks, Instant now) {
        if (mark == null) {
            return new Look(this, List.of(), judged, judgedSeen, next(judged), false);
        }
        GapSearch.Result result = GapSearch.in(judged, mark, blocks, judgedSeen, markedSeen, now);
        return new Look(this, result.gaps(), result.judged(), markedSeen, next(result.judged()), false);
    }

    /** Judges as far as blocks were read; the mark stays. */
    Look judgePart(List<Block> blocks, Instant now) {
        long end = Math.min(mark, blocks.get(blocks.size() - 1).start() + Block.SIZE);
        GapSearch.Result result = GapSearch.in(judged, end, blocks, judgedSeen, markedSeen, now);
        return new Look(this, result.gaps(), result.judged(), judgedSeen, mark, true);
    }

    /** When the events were executed that were there at the last look: later ones may have said that more is dropped. */
    Instant lastLook() {
        if (markedSeen != null) {
            return markedSeen;
        }
        return judgedSeen != null ? judgedSeen : firstSeen;
    }

    private Long next(long judgedNow) {
        return top >= judgedNow ? Long.valueOf(top + 1) : null;
    }

    /**
     * What a look at a producer changes.
     *
     * @param producer as it was
     * @param gaps what was found missing
     * @param judged numbers below are judged now
     * @param judgedSeen when events below were executed at the latest, or null
     * @param mark what is judged up to next, or null
     * @param partial whether the mark is still the one before
     */
    record Look(DueProducer producer, List<Gap> gaps, long judged, Instant judgedSeen, Long mark, boolean partial) {}
}
