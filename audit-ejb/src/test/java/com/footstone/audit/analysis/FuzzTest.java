package com.footstone.audit.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.Judgement;
import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Analysis and all rules on input that is nearly SQL, or is not: none fails, none takes long, and no literal is in what is
 * kept. {@code -Pfuzz} tries a million, {@code -Dfuzz.seed} others than always.
 */
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 15_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);

    private static final String TEXT_MARK = Grammar.TEXT_MARK.toLowerCase(Locale.ROOT);

    /** The budget of a parse and time for a busy machine to come back. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final ParserThreads THREADS = new ParserThreads(1);
    private static final Analyser ANALYSER = new Analyser(AnalysisSettings.defaults(), THREADS);
    private static final Judge JUDGE = new Judge(ServiceLoader.load(Rule.class), Thresholds.defaults());

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void survivesAnythingAndKeepsNoLiteral(Dialect dialect) {
        Random random = new Random(SEED + dialect.name().length());
        for (int i = 0; i < INPUTS / Dialect.values().length; i++) {
            switch (i % 4) {
                case 0 -> assertHidden(FuzzInput.disordered(dialect, random), dialect);
                case 1 -> assertHidden(FuzzInput.cut(dialect, random), dialect);
                default -> judged(FuzzInput.garbage(dialect, random), dialect);
            }
        }
    }

    private static void assertHidden(String sql, Dialect dialect) {
        String kept = judged(sql, dialect);
        if (dialect == Dialect.UNKNOWN && sql.contains("\"" + Grammar.TEXT_MARK)) {
            // In disorder it may stand where only a name can, and is one then.
            return;
        }
        // How far a page is from the first is kept on purpose, and in disorder any number may stand behind that word.
        boolean numbersHide = !sql.toLowerCase(Locale.ROOT).contains("offset");
        assertThat((numbersHide && kept.contains(Grammar.NUMBER_MARK))
                        || kept.toLowerCase(Locale.ROOT).contains(TEXT_MARK))
                .as("a literal kept, %s of: %s%n%s", dialect, sql, kept)
                .isFalse();
    }

    /** All that is kept of a statement and its verdict. */
    private static String judged(String sql, Dialect dialect) {
        if (sql.isBlank()) {
            return "";
        }
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH)
                .dbSystem(DatabaseNames.of(dialect))
                .build();
        long begin = System.nanoTime();
        AnalysedEvent analysed = ANALYSER.analyse(new EventId("t", 0, 0), event);
        Judgement judgement = JUDGE.judge(List.of(analysed));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(took).as("time for %s: %s", dialect, sql).isLessThan(LONGEST);
        assertThat(judgement.runs()).allMatch(run -> run.failures() == 0);
        assertThat(analysed.statement().fingerprint()).matches("[0-9a-f]{32}");
        return analysed.redactedSql() + analysed.statement() + analysed.text() + judgement.verdicts();
    }
}
