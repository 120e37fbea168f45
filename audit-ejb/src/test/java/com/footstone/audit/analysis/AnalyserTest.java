package com.footstone.audit.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyserTest {

    private static final EventId ID = new EventId("topic", 0, 7);

    private final ParserThreads threads = new ParserThreads(2);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void keepsWhatItWasGiven() {
        SqlEvent event = event("SELECT 1");
        AnalysedEvent analysed = analyser(defaults()).analyse(ID, event);
        assertThat(analysed.id()).isEqualTo(ID);
        assertThat(analysed.event()).isSameAs(event);
        assertThat(analysed.redactedError()).isEmpty();
    }

    @Test
    void parsesAStatementOnce() {
        List<Runnable> parses = new ArrayList<>();
        Analyser analyser = new Analyser(defaults(), parse -> {
            parses.add(parse);
            parse.run();
        });
        Statement first = analyse(analyser, "SELECT a FROM t WHERE b = 1");
        Statement second = analyse(analyser, "select A from T where B = 'other' -- again");
        assertThat(parses).hasSize(1);
        assertThat(second).isSameAs(first);
    }

    @Test
    void tellsDialectsApartForOneFingerprint() {
        Analyser analyser = analyser(defaults());
        SqlEvent oracle = SqlEvent.builder("SELECT a FROM t MINUS SELECT a FROM u", Instant.EPOCH)
                .dbSystem("oracle.db")
                .build();
        assertThat(analyser.analyse(ID, oracle).statement().tablesRead()).containsExactly("t", "u");
        assertThat(analyse(analyser, "SELECT a FROM t MINUS SELECT a FROM u").fingerprint())
                .isEqualTo(analyser.analyse(ID, oracle).statement().fingerprint());
    }

    @Test
    @Timeout(20)
    void givesUpOnAStatementThatTheParserCannotFinish() {
        AnalysisSettings deep = settings(Duration.ofMillis(250), 100_000);
        String sql = "SELECT a FROM t WHERE " + "(".repeat(5_000) + "a = 1" + ")".repeat(5_000);
        Analyser analyser = analyser(deep);
        long start = System.nanoTime();
        Statement statement = analyse(analyser, sql);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        // Far from the seconds that such a parse takes by itself; a busy machine may take long to wake this thread.
        assertThat(took).isLessThan(5_000);
        assertThat(statement.gaps()).anyMatch(gap -> gap.startsWith("not parsed"));
        assertThat(statement.kind()).isEqualTo(StatementKind.SELECT);
        assertThat(statement.tablesRead()).containsExactly("t");
        assertThat(statement.where()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void doesNotParseWhatIsNestedTooDeeply() {
        String sql = "DELETE FROM t WHERE " + "(".repeat(10_000) + "a = 1" + ")".repeat(10_000);
        Statement statement = analyse(new Analyser(defaults(), AnalyserTest::refuse), sql);
        assertThat(statement.gaps()).contains("not parsed: nested deeper than 100");
        assertThat(statement.tablesWritten()).containsExactly("t");
        assertThat(statement.where()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void marksAStatementIncompleteIfNoThreadIsFree() {
        Statement statement = analyse(new Analyser(defaults(), AnalyserTest::refuse), "UPDATE s.t SET a = 1");
        assertThat(statement.gaps()).containsExactly("not parsed: no parser thread was free");
        assertThat(statement.tablesWritten()).containsExactly("s.t");
        assertThat(statement.where()).isEqualTo(Presence.ABSENT);
        assertThat(statement.complete()).isFalse();
    }

    @Test
    void triesAgainWhenThereWasNoTimeToParse() {
        AtomicLong now = new AtomicLong();
        AtomicBoolean busy = new AtomicBoolean(true);
        Executor executor = parse -> {
            if (busy.get()) {
                refuse(parse);
            }
            parse.run();
        };
        Analyser analyser = new Analyser(defaults(), executor, Schemas.NONE, now::get);
        assertThat(analyse(analyser, "SELECT a FROM t").complete()).isFalse();
        busy.set(false);
        assertThat(analyse(analyser, "SELECT a FROM t").complete()).isFalse();
        now.addAndGet(AnalysisCache.RETRY_AFTER.toNanos() + 1);
        assertThat(analyse(analyser, "SELECT a FROM t").complete()).isTrue();
    }

    @Test
    void cutsTextsVisiblyAndFingerprintsThemWhole() {
        AnalysisSettings d = defaults();
        AnalysisSettings small = new AnalysisSettings(
                d.parseBudget(), d.maxParseLength(), d.maxParseDepth(), 2, 100, 80, 100, d.statementCacheBytes(), 0);
        String sql = "SELECT a FROM t WHERE " + "abcdefgh = 1 AND ".repeat(20) + "x = ";
        AnalysedEvent one = analyser(small).analyse(ID, event(sql + "1"));
        AnalysedEvent other = analyser(small).analyse(ID, event(sql + "1 + y"));
        assertThat(one.redactedSql()).hasSizeLessThanOrEqualTo(100).endsWith("…[cut]");
        assertThat(one.statement().normalizedSql()).hasSizeLessThanOrEqualTo(80).endsWith("…[cut]");
        assertThat(one.statement().gaps())
                .containsExactly("normalized text cut at 80 characters", "redacted text cut at 100 characters");
        assertThat(one.statement().fingerprint()).isNotEqualTo(other.statement().fingerprint());
        assertThat(one.statement().tablesRead()).containsExactly("t");
    }

    @Test
    @Timeout(60)
    void survivesHugeStatements() {
        Analyser analyser = analyser(defaults());
        String terms = "SELECT a FROM t WHERE a = 1" + " OR b = 2".repeat(1 << 20);
        assertThat(analyse(analyser, terms).gaps()).anyMatch(gap -> gap.startsWith("not parsed: longer than"));
        String rows = "INSERT INTO t (a, b) VALUES (1, 'x')" + ", (2, NULL)".repeat(900_000);
        Statement insert = analyse(analyser, rows);
        assertThat(insert.normalizedSql()).isEqualTo("insert into t(a, b) values (?, ?)");
        assertThat(insert.tablesWritten()).containsExactly("t");
    }

    @Test
    @Timeout(60)
    void parsesLongConditions() {
        String sql = "SELECT a FROM t WHERE a = 1" + " AND b = 2".repeat(2_500);
        Statement statement = analyse(analyser(settings(Duration.ofSeconds(30), 100)), sql);
        assertThat(statement.tablesRead()).containsExactly("t");
        assertThat(statement.gaps()).noneMatch(gap -> gap.startsWith("not parsed"));
    }

    @Test
    @Timeout(60)
    void servesManyThreads() throws Exception {
        Analyser analyser = analyser(settings(Duration.ofSeconds(30), 100));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Statement>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String sql = "SELECT a FROM t" + i % 20 + " WHERE b = " + i;
                results.add(callers.submit(() -> analyse(analyser, sql)));
            }
            for (int i = 0; i < 400; i++) {
                Statement statement = results.get(i).get();
                assertThat(statement.tablesRead()).containsExactly("t" + i % 20);
                assertThat(statement.complete()).isTrue();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void refuse(Runnable parse) {
        throw new RejectedExecutionException();
    }

    private Analyser analyser(AnalysisSettings settings) {
        return new Analyser(settings, threads);
    }

    private static Statement analyse(Analyser analyser, String sql) {
        return analyser.analyse(ID, event(sql)).statement();
    }

    private static SqlEvent event(String sql) {
        return SqlEvent.builder(sql, Instant.EPOCH).dbSystem("postgresql").build();
    }

    private static AnalysisSettings defaults() {
        return AnalysisSettings.defaults();
    }

    private static AnalysisSettings settings(Duration budget, int depth) {
        AnalysisSettings d = AnalysisSettings.defaults();
        return new AnalysisSettings(
                budget,
                d.maxParseLength(),
                depth,
                d.parserThreads(),
                d.maxRedactedLength(),
                d.maxNormalizedLength(),
                d.maxErrorLength(),
                d.statementCacheBytes(),
                d.textCacheBytes());
    }
}
