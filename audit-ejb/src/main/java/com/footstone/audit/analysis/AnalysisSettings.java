package com.footstone.audit.analysis;

import java.time.Duration;
import java.util.Objects;

/**
 * Bounds of analysis. Lengths are in characters.
 *
 * @param parseBudget how long an event may wait for the parser, queueing included
 * @param maxParseLength longest normalized text that is parsed
 * @param maxParseDepth deepest nesting of brackets and CASE that is parsed
 * @param parserThreads how many statements are parsed at once
 * @param maxRedactedLength where the text as executed is cut
 * @param maxNormalizedLength where the normalized text is cut; its fingerprint is of the whole
 * @param maxErrorLength where the error text is cut
 * @param statementCacheBytes memory for what is known of statements, by fingerprint
 * @param textCacheBytes memory for texts that were read before, so that repeated ones are not read again; 0 turns it off
 */
public record AnalysisSettings(
        Duration parseBudget,
        int maxParseLength,
        int maxParseDepth,
        int parserThreads,
        int maxRedactedLength,
        int maxNormalizedLength,
        int maxErrorLength,
        long statementCacheBytes,
        long textCacheBytes) {

    public AnalysisSettings {
        Objects.requireNonNull(parseBudget, "parseBudget is null");
        requirePositive(parseBudget.toMillis(), "parseBudget in milliseconds");
        requirePositive(maxParseLength, "maxParseLength");
        requirePositive(maxParseDepth, "maxParseDepth");
        requirePositive(parserThreads, "parserThreads");
        requirePositive(maxRedactedLength, "maxRedactedLength");
        requirePositive(maxNormalizedLength, "maxNormalizedLength");
        requirePositive(maxErrorLength, "maxErrorLength");
        requirePositive(statementCacheBytes, "statementCacheBytes");
        requirePositive(textCacheBytes + 1, "textCacheBytes");
    }

    /** What holds unless configured otherwise. */
    public static AnalysisSettings defaults() {
        return new AnalysisSettings(
                Duration.ofMillis(250), 32 << 10, 100, 2, 64 << 10, 16 << 10, 2048, 32L << 20, 16L << 20);
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + ": it has to be more than 0");
        }
    }
}
