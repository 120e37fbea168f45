package com.footstone.audit.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;

import net.sf.jsqlparser.parser.CCJSqlParserUtil;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Statements that make columns without end of those that are declared. */
class FollowedColumnsTest {

    private static final String TOO_MANY = "it has more columns than are followed through its queries";
    private static final String MADE_OF_TOO_MANY = "it uses a column that is made of more columns than are followed";
    private static final int MOST_LISTED = 4096;

    private static final ParserThreads THREADS = new ParserThreads(1);

    @TempDir
    private static Path folder;

    private static SchemaFiles.Reading reading;
    private static Analyser analyser;

    @BeforeAll
    static void declare() throws Exception {
        Path ddl = Files.writeString(folder.resolve("shop.sql"), """
                CREATE TABLE wide (%s);
                CREATE VIEW made AS SELECT %s AS y FROM wide;
                CREATE VIEW remade AS SELECT y AS z FROM made;
                CREATE VIEW united AS %s;
                """.formatted(
                        numbered(1000, "c%d text", ", "),
                        numbered(200, "c%d", " || "),
                        numbered(9, "SELECT name FROM table%d", " UNION ALL ")));
        reading = SchemaFiles.ofFile(ddl, "postgresql", THREADS);
        analyser = new Analyser(ScenarioTest.patient(), THREADS, reading.schemas());
    }

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    @Test
    void queriesThatDoubleTheColumnsOfOthersEnd() {
        String doubling = IntStream.range(1, 40)
                .mapToObj(i -> "q%d AS (SELECT * FROM q%d a, q%d b)".formatted(i, i - 1, i - 1))
                .collect(joining(", "));

        Statement statement = analyse("WITH q0 AS (SELECT c0 FROM wide), " + doubling + " SELECT * FROM q39");

        assertThat(statement.gaps()).containsExactly(TOO_MANY);
        assertThat(statement.tablesRead()).containsExactly("wide");
        assertThat(statement.columns()).hasSizeLessThan(MOST_LISTED);
    }

    @Test
    void aWideTableThatIsReadAgainAndAgainIsNotGoneThroughEachTime() {
        Statement statement = analyse("SELECT * FROM " + numbered(1000, "wide a%d", ", "));

        assertThat(statement.gaps()).containsExactly(TOO_MANY);
        assertThat(statement.columns()).hasSizeLessThan(MOST_LISTED);
    }

    @Test
    void branchesOfAUnionAreFollowedOnlySoFar() {
        assertThat(analyse("SELECT c1 FROM (" + numbered(500, "SELECT * FROM wide", " UNION ") + ") x")
                        .gaps())
                .containsExactly(TOO_MANY);
    }

    @Test
    void aColumnOfVeryManyIsNotCopiedWithAllOfThem() {
        Statement statement = analyse("WITH q AS (SELECT " + numbered(200, "c%d", " || ") + " AS y FROM wide) SELECT "
                + numbered(3000, "y", ", ") + " FROM q");

        assertThat(statement.gaps()).containsExactlyInAnyOrder(MADE_OF_TOO_MANY, TOO_MANY);
        assertThat(statement.columns()).hasSize(200);
    }

    @Test
    void whoUsesAColumnOfVeryManyIsToldThatNotAllAreListed() {
        Relation made = reading.schemas().of("shop", Dialect.POSTGRESQL).relation("made");

        assertThat(made.column("y").origins())
                .hasSize(64)
                .contains(Origin.OTHERS)
                .last()
                .isEqualTo(new Origin("wide", "c62"));
        assertThat(analyse("SELECT y FROM made").gaps()).containsExactly(MADE_OF_TOO_MANY);
        assertThat(analyse("SELECT z FROM remade").gaps()).containsExactly(MADE_OF_TOO_MANY);
        assertThat(analyse("SELECT 1 FROM made").gaps()).isEmpty();
    }

    /** In any other order, what is said of a column would depend on the process that says it. */
    @Test
    void theColumnsBehindAUnionAreInTheOrderOfItsBranches() {
        Relation united = reading.schemas().of("shop", Dialect.POSTGRESQL).relation("united");

        assertThat(united.column("name").origins())
                .extracting(Origin::table)
                .containsExactly(numbered(9, "table%d", " ").split(" "));
    }

    @Test
    void aStructureThatNobodyWaitsForIsNotReadOn() throws Exception {
        Structure structure = new Structure(reading.schemas().of("shop", Dialect.POSTGRESQL), () -> true);
        StatementReader reader = new StatementReader(structure, Dialect.POSTGRESQL);
        net.sf.jsqlparser.statement.Statement statement = CCJSqlParserUtil.parse("SELECT c1 FROM wide");

        assertThatThrownBy(() -> reader.read(statement)).isInstanceOf(CancellationException.class);
    }

    private static String numbered(int count, String format, String between) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(joining(between));
    }

    private static Statement analyse(String sql) {
        SqlEvent event =
                SqlEvent.builder(sql, Instant.EPOCH).dbSystem("postgresql").build();
        return analyser.analyse(new EventId("topic", 0, 0), event).statement();
    }
}
