package com.footstone.audit.analysis;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

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

    private static final ValueType<Integer> LENGTH = ValueType.integer(64, 16 << 20, "characters");
    private static final ValueType<Long> MEMORY = ValueType.count(0, 64L << 30, "bytes");

    private static final Setting<Duration> PARSE_BUDGET = Setting.of(
            "audit.analysis.parse.budget",
            ValueType.duration(ChronoUnit.MILLIS, 1, 60_000),
            "250",
            "How long an event waits for its statement to be parsed before it is marked incomplete");
    private static final Setting<Integer> PARSE_LENGTH = Setting.of(
            "audit.analysis.parse.maxLength", LENGTH, "32768", "Longest statement that is parsed, when normalized");
    private static final Setting<Integer> PARSE_DEPTH = Setting.of(
            "audit.analysis.parse.maxDepth",
            ValueType.integer(1, 100_000, "levels"),
            "100",
            "Deepest nesting of brackets and CASE that is parsed");
    private static final Setting<Integer> PARSE_THREADS = Setting.of(
            "audit.analysis.parse.threads",
            ValueType.integer(1, 256, "threads"),
            "2",
            "How many statements are parsed at once");
    private static final Setting<Integer> REDACTED_LENGTH = Setting.of(
            "audit.analysis.redacted.maxLength", LENGTH, "65536", "Where the redacted text of an event is cut");
    private static final Setting<Integer> NORMALIZED_LENGTH = Setting.of(
            "audit.analysis.normalized.maxLength", LENGTH, "16384", "Where the normalized text of a statement is cut");
    private static final Setting<Integer> ERROR_LENGTH =
            Setting.of("audit.analysis.error.maxLength", LENGTH, "2048", "Where the redacted error text is cut");
    private static final Setting<Long> STATEMENT_CACHE = Setting.of(
            "audit.analysis.cache.statementBytes",
            MEMORY,
            "33554432",
            "Memory for statements that were analysed before");
    private static final Setting<Long> TEXT_CACHE =
            Setting.of("audit.analysis.cache.textBytes", MEMORY, "16777216", "Memory for texts that were read before");

    public AnalysisSettings {
        Objects.requireNonNull(parseBudget, "parseBudget is null");
        requireAtLeast(1, parseBudget.toMillis(), "parseBudget in milliseconds");
        requireAtLeast(1, maxParseLength, "maxParseLength");
        requireAtLeast(1, maxParseDepth, "maxParseDepth");
        requireAtLeast(1, parserThreads, "parserThreads");
        requireAtLeast(1, maxRedactedLength, "maxRedactedLength");
        requireAtLeast(1, maxNormalizedLength, "maxNormalizedLength");
        requireAtLeast(1, maxErrorLength, "maxErrorLength");
        requireAtLeast(0, statementCacheBytes, "statementCacheBytes");
        requireAtLeast(0, textCacheBytes, "textCacheBytes");
    }

    /** What holds unless configured otherwise. */
    public static AnalysisSettings defaults() {
        return new AnalysisSettings(
                Duration.ofMillis(250), 32 << 10, 100, 2, 64 << 10, 16 << 10, 2048, 32L << 20, 16L << 20);
    }

    /** What is configured. */
    public static AnalysisSettings from(Config config) {
        return new AnalysisSettings(
                PARSE_BUDGET.read(config),
                PARSE_LENGTH.read(config),
                PARSE_DEPTH.read(config),
                PARSE_THREADS.read(config),
                REDACTED_LENGTH.read(config),
                NORMALIZED_LENGTH.read(config),
                ERROR_LENGTH.read(config),
                STATEMENT_CACHE.read(config),
                TEXT_CACHE.read(config));
    }

    private static void requireAtLeast(long min, long value, String name) {
        if (value < min) {
            throw new IllegalArgumentException(name + " is " + value + ": it has to be at least " + min);
        }
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(
                    PARSE_BUDGET,
                    PARSE_LENGTH,
                    PARSE_DEPTH,
                    PARSE_THREADS,
                    REDACTED_LENGTH,
                    NORMALIZED_LENGTH,
                    ERROR_LENGTH,
                    STATEMENT_CACHE,
                    TEXT_CACHE);
        }
    }
}
