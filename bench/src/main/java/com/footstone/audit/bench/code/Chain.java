package com.footstone.audit.bench.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalysisSettings;
import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.intake.decode.DecodeResult;
import com.footstone.audit.intake.decode.EventDecoder;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchRows;

/** What the product does to a batch before it is written, without server and stores. */
final class Chain implements AutoCloseable {

    static final String TOPIC = "sql-audit-events";

    private final ExecutorService parsers = Executors.newFixedThreadPool(2);
    private final EventDecoder decoder = new EventDecoder(Duration.ofDays(90));
    private final Judge judge = new Judge(ShippedRules.all(), Thresholds.from(new Unconfigured()));
    private final Analyser analyser;
    private final Instant now = Instant.now();

    private Chain(long statementCacheBytes, long textCacheBytes) {
        AnalysisSettings defaults = AnalysisSettings.defaults();
        analyser = new Analyser(
                new AnalysisSettings(
                        Duration.ofSeconds(30),
                        defaults.maxParseLength(),
                        defaults.maxParseDepth(),
                        defaults.parserThreads(),
                        defaults.maxRedactedLength(),
                        defaults.maxNormalizedLength(),
                        defaults.maxErrorLength(),
                        statementCacheBytes,
                        textCacheBytes),
                parsers);
    }

    /** As it is configured unless somebody says otherwise. */
    static Chain normal() {
        AnalysisSettings defaults = AnalysisSettings.defaults();
        return new Chain(defaults.statementCacheBytes(), defaults.textCacheBytes());
    }

    /** Reads every text, but parses a statement only once. */
    static Chain withoutTexts() {
        return new Chain(AnalysisSettings.defaults().statementCacheBytes(), 0);
    }

    /** Reads and parses every text. */
    static Chain forgetful() {
        return new Chain(0, 0);
    }

    SqlEvent decode(int number, byte[] value) {
        DecodeResult result = decoder.decode(new EventId(TOPIC, 0, number), value, now);
        if (result instanceof DecodeResult.Decoded decoded) {
            return decoded.event();
        }
        throw new IllegalStateException("A recorded event cannot be read: " + result);
    }

    AnalysedEvent analyse(int number, SqlEvent event) {
        return analyser.analyse(new EventId(TOPIC, 0, number), event);
    }

    List<AuditedEvent> check(List<AnalysedEvent> batch) {
        List<Verdict> verdicts = judge.judge(batch).verdicts();
        List<AuditedEvent> audited = new ArrayList<>(batch.size());
        for (int i = 0; i < verdicts.size(); i++) {
            audited.add(new AuditedEvent(batch.get(i), verdicts.get(i)));
        }
        return audited;
    }

    Hash seal(List<AuditedEvent> batch) {
        BatchRange range = new BatchRange(TOPIC, 0, 0, batch.size());
        return MerkleTree.root(BatchRows.of(range, now, batch).batch().leaves());
    }

    @Override
    public void close() {
        parsers.shutdownNow();
    }
}
