package com.footstone.audit.analysis;

import java.time.Duration;
import java.util.List;

import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Statement;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

/** What is known already, bounded by bytes: statements by fingerprint, and readings of short texts without literals. */
final class AnalysisCache {

    /** After this a statement that the parser had no time for is parsed again: the machine may have been busy. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** Longer texts are rare: keeping them costs more than reading them again. */
    private static final int LONGEST_TEXT = 4096;

    private static final int ENTRY_BYTES = 250;
    private static final int STRING_BYTES = 48;

    /** Schemas do not change, so that each is equal to itself alone. */
    private record StatementKey(String fingerprint, Dialect dialect, Schema schema) {}

    private record TextKey(String sql, Dialect dialect) {}

    private record Known(Understood understood, boolean forGood) {}

    private final Cache<StatementKey, Known> statements;
    private final Cache<TextKey, TextReading> readings;

    AnalysisCache(AnalysisSettings settings, Ticker ticker) {
        statements = Caffeine.newBuilder()
                .maximumWeight(settings.statementCacheBytes())
                .<StatementKey, Known>weigher((key, known) -> bytes(known.understood()))
                .expireAfter(Expiry.<StatementKey, Known>creating(
                        (key, known) -> known.forGood() ? Duration.ofDays(365) : RETRY_AFTER))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        readings = Caffeine.newBuilder()
                .maximumWeight(settings.textCacheBytes())
                .<TextKey, TextReading>weigher((key, reading) -> bytes(key.sql(), reading))
                .executor(Runnable::run)
                .build();
    }

    TextReading reading(String sql, Dialect dialect, TextReader reader) {
        if (sql.length() > LONGEST_TEXT) {
            return reader.read(sql, dialect);
        }
        TextKey key = new TextKey(sql, dialect);
        TextReading known = readings.getIfPresent(key);
        if (known != null) {
            return known;
        }
        TextReading reading = reader.read(sql, dialect);
        // A text with literals hardly comes again, and a cache without them holds no secret.
        if (reading.redactedSql().equals(sql)) {
            readings.put(key, reading);
        }
        return reading;
    }

    Understood statement(String fingerprint, Dialect dialect, Schema schema) {
        Known known = statements.getIfPresent(new StatementKey(fingerprint, dialect, schema));
        return known == null ? null : known.understood();
    }

    void put(Understood understood, Dialect dialect, Schema schema) {
        statements.put(
                new StatementKey(understood.statement().fingerprint(), dialect, schema), new Known(understood, true));
    }

    void putForAWhile(Understood understood, Dialect dialect, Schema schema) {
        statements.put(
                new StatementKey(understood.statement().fingerprint(), dialect, schema), new Known(understood, false));
    }

    private static int bytes(Understood understood) {
        Comparisons comparisons = understood.comparisons();
        return bytes(understood.statement())
                + ENTRY_BYTES
                        * (comparisons.withValues().size()
                                + comparisons.converting().size());
    }

    private static int bytes(Statement statement) {
        int bytes = ENTRY_BYTES + bytes(statement.normalizedSql()) + bytes(statement.fingerprint());
        for (ColumnUse use : statement.columns()) {
            bytes += 24 + bytes(use.table()) + bytes(use.column());
        }
        return bytes + bytes(statement.tablesRead()) + bytes(statement.tablesWritten()) + bytes(statement.gaps());
    }

    private static int bytes(String sql, TextReading reading) {
        return ENTRY_BYTES
                + bytes(sql)
                + bytes(reading.fingerprint())
                + bytes(reading.normalizedSql())
                + bytes(reading.redactedSql())
                + bytes(reading.gaps());
    }

    private static int bytes(List<String> texts) {
        int bytes = STRING_BYTES;
        for (String text : texts) {
            bytes += bytes(text);
        }
        return bytes;
    }

    /** Two bytes a character: what a text costs at worst. */
    private static int bytes(String text) {
        return STRING_BYTES + 2 * text.length();
    }
}
