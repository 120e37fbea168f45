package com.footstone.audit.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every statement, tried on statements that are made up. Their seed is fixed: a failure comes again. */
class FingerprintPropertyTest {

    private static final int TRIALS = 3_000;
    private static final List<Dialect> DIALECTS = List.of(Dialect.values());
    private static final ParserThreads THREADS = new ParserThreads(1);
    private static final Analyser ANALYSER = new Analyser(AnalysisSettings.defaults(), THREADS);

    private final TextReader reader = new TextReader(AnalysisSettings.defaults());

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void allSpellingsOfAStatementShareItsFingerprint(Dialect dialect) {
        Random random = new Random(20_260_201);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Grammar.Part> parts = Grammar.statement(dialect, random);
            String one = Grammar.write(parts, dialect, random);
            String other = Grammar.write(parts, dialect, random);

            assertThat(reader.read(one, dialect).normalizedSql())
                    .as("%s%n%s", one, other)
                    .isEqualTo(reader.read(other, dialect).normalizedSql());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aNormalizedTextIsItsOwnNormalForm(Dialect dialect) {
        Random random = new Random(20_260_202);
        for (int trial = 0; trial < TRIALS; trial++) {
            String sql = Grammar.write(Grammar.statement(dialect, random), dialect, random);
            TextReading first = reader.read(sql, dialect);
            TextReading second = reader.read(first.normalizedSql(), dialect);

            assertThat(second.normalizedSql()).isEqualTo(first.normalizedSql());
            assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aRedactedTextHasTheFingerprintOfTheText(Dialect dialect) {
        Random random = new Random(20_260_203);
        for (int trial = 0; trial < TRIALS; trial++) {
            String sql = Grammar.write(Grammar.statement(dialect, random), dialect, random);
            TextReading reading = reader.read(sql, dialect);

            assertThat(reader.read(reading.redactedSql(), dialect).fingerprint())
                    .as(sql)
                    .isEqualTo(reading.fingerprint());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingThatIsKeptHasALiteralInIt(Dialect dialect) {
        Random random = new Random(20_260_204);
        for (int trial = 0; trial < TRIALS / 6; trial++) {
            assertHidden(Grammar.write(Grammar.statement(dialect, random), dialect, random), dialect);
        }
    }

    /** A statement that was cut, with something of another statement before or behind it. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingThatIsKeptOfGarbageHasALiteralInIt(Dialect dialect) {
        Random random = new Random(20_260_205);
        for (int trial = 0; trial < TRIALS / 6; trial++) {
            String sql = Grammar.write(Grammar.statement(dialect, random), dialect, random);
            String cut = sql.substring(0, random.nextInt(sql.length() + 1));
            assertHidden(cut, dialect);
            assertHidden(sql + " \"" + "'".repeat(random.nextInt(3)) + cut, dialect);
        }
    }

    /** A call alone, cut, or behind another statement. */
    @Test
    void nothingThatIsKeptOfACallHasABareValueInIt() {
        Dialect dialect = Dialect.SQL_SERVER;
        Random random = new Random(20_260_207);
        for (int trial = 0; trial < TRIALS / 6; trial++) {
            String call = Grammar.write(Grammar.call(random), dialect, random);
            String before = Grammar.write(Grammar.statement(dialect, random), dialect, random);
            assertHidden(call, dialect);
            assertHidden(call.substring(0, random.nextInt(call.length() + 1)), dialect);
            assertHidden(before + "\n;" + call, dialect);
        }
    }

    /** A text with another database's name on it. Double quotes make strings to one and names to all the others. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingThatIsKeptOfAnotherDatabasesStatementHasALiteralInIt(Dialect dialect) {
        Random random = new Random(20_260_206);
        for (int trial = 0; trial < TRIALS / 6; trial++) {
            Dialect written = DIALECTS.get(random.nextInt(DIALECTS.size()));
            String sql = Grammar.write(Grammar.statement(written, random), written, random);
            if (!sql.contains("\"" + Grammar.TEXT_MARK)) {
                assertHidden(sql, dialect);
            }
        }
    }

    private static void assertHidden(String sql, Dialect dialect) {
        if (sql.isBlank()) {
            return;
        }
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH)
                .dbSystem(DatabaseNames.of(dialect))
                .build();
        AnalysedEvent analysed = ANALYSER.analyse(new EventId("t", 0, 0), event);
        assertThat(analysed.redactedSql() + analysed.statement())
                .as("%s of: %s", dialect, sql)
                .doesNotContainIgnoringCase(Grammar.TEXT_MARK)
                .doesNotContain(Grammar.NUMBER_MARK);
    }
}
