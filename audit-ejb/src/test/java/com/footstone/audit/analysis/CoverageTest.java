package com.footstone.audit.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.footstone.audit.MeasuredPage;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;

/**
 * Measures how much of what is commonly sent to each database is understood, and holds the figures of {@code
 * docs/coverage.md} against it; {@code -Dupdate.docs=true} rewrites them.
 */
class CoverageTest {

    private static final Map<String, String> DATABASES = databases();

    private static final ParserThreads THREADS = new ParserThreads(2);
    private static final Analyser ANALYSER = new Analyser(ScenarioTest.patient(), THREADS);

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    private static Map<String, String> databases() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("postgresql", "PostgreSQL");
        names.put("mysql", "MySQL, MariaDB");
        names.put("oracle", "Oracle");
        names.put("mssql", "SQL Server");
        return names;
    }

    @Test
    void thePageTellsWhatIsMeasured() throws IOException {
        StringBuilder table = new StringBuilder("""
                | Database | part | statements | kind right | tables right | understood in full |
                |---|---|---|---|---|---|
                """);
        StringBuilder wrong = new StringBuilder();
        DATABASES.forEach((database, name) -> tell(database, name, table, wrong));
        String errors = wrong.isEmpty() ? "All are right.\n" : "Wrong are, with what is found:\n\n" + wrong;
        new MeasuredPage("coverage.md").mustTell(table + "\n" + errors);
    }

    private static void tell(String database, String name, StringBuilder table, StringBuilder wrong) {
        Map<String, List<CoverageCase>> sections = new LinkedHashMap<>();
        CoverageCase.of(database).forEach(one -> sections.computeIfAbsent(one.section(), key -> new ArrayList<>())
                .add(one));
        sections.forEach((section, cases) -> {
            Count count = new Count();
            for (CoverageCase one : cases) {
                Statement found = analyse(database, one.sql());
                boolean right = count.add(one, found);
                if (!right) {
                    wrong.append("- %s: `%s`: %s, reads %s, writes %s%n"
                            .formatted(name, one.sql(), found.kind(), found.tablesRead(), found.tablesWritten()));
                }
            }
            table.append(count.row(name, section));
        });
    }

    private static Statement analyse(String database, String sql) {
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH).dbSystem(database).build();
        return ANALYSER.analyse(new EventId("topic", 0, 0), event).statement();
    }

    /** What is right among some statements. */
    private static final class Count {

        private int all;
        private int kinds;
        private int asked;
        private int tables;
        private int complete;

        /** Answers whether everything that is asked is right. */
        boolean add(CoverageCase one, Statement found) {
            boolean kind = found.kind() == one.kind();
            boolean ask = one.reads().isPresent() || one.writes().isPresent();
            boolean right = same(one.reads(), found.tablesRead()) && same(one.writes(), found.tablesWritten());
            all++;
            kinds += kind ? 1 : 0;
            asked += ask ? 1 : 0;
            tables += ask && right ? 1 : 0;
            complete += found.complete() ? 1 : 0;
            return kind && right;
        }

        private static boolean same(Optional<List<String>> said, List<String> found) {
            return said.isEmpty() || plain(said.get()).equals(plain(found));
        }

        private static List<String> plain(List<String> names) {
            return names.stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        }

        String row(String name, String section) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d of %d | %d |%n",
                    name,
                    section.toLowerCase(Locale.ROOT),
                    all,
                    kinds,
                    tables,
                    asked,
                    complete);
        }
    }
}
