package com.footstone.audit.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the scenarios under {@code scenarios/analysis}, a file per database. Scenarios are set apart by empty lines and are
 * made of lines {@code key: value}:
 * <ul>
 *   <li>{@code sql} a statement, {@code \n} for a line feed; all of one scenario have one fingerprint
 *   <li>{@code other} a statement with another fingerprint
 *   <li>{@code kind}, {@code reads}, {@code writes}, {@code where}, {@code bounded}, {@code limit}, {@code offset} what is
 *       found; what is not named is not looked at
 *   <li>{@code columns} as {@code clause:table.column}, the clause by its first letter; or {@code none}
 *   <li>{@code normalized}, {@code redacted} the texts
 *   <li>{@code params} bound values as {@code key=value}
 *   <li>{@code gaps} a part of what is said to be missing; without it nothing may be missing
 * </ul>
 */
class ScenarioTest {

    private static final List<String> DATABASES = List.of("postgresql", "mysql", "oracle", "mssql", "unknown");
    private static final ParserThreads THREADS = new ParserThreads(2);
    private static final Analyser ANALYSER = new Analyser(patient(), THREADS);

    record Scenario(String name, String database, Map<String, List<String>> lines) {

        String one(String key) {
            List<String> values = lines.get(key);
            return values == null ? null : values.get(0);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    static Stream<Scenario> scenarios() {
        return DATABASES.stream().flatMap(database -> read(database).stream());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isUnderstood(Scenario scenario) {
        Set<String> fingerprints = new TreeSet<>();
        for (String sql : scenario.lines().get("sql")) {
            AnalysedEvent event = analyse(sql, scenario);
            fingerprints.add(event.statement().fingerprint());
            check(scenario, event);
        }
        assertThat(fingerprints).as("fingerprints").hasSize(1);
        for (String other : scenario.lines().getOrDefault("other", List.of())) {
            assertThat(analyse(other, scenario).statement().fingerprint()).isNotIn(fingerprints);
        }
    }

    private static void check(Scenario scenario, AnalysedEvent event) {
        Statement statement = event.statement();
        expect(scenario, "kind", statement.kind().name());
        expect(scenario, "reads", String.join(", ", statement.tablesRead()));
        expect(scenario, "writes", String.join(", ", statement.tablesWritten()));
        expect(scenario, "where", statement.where().name());
        expect(scenario, "bounded", statement.rowLimit().name());
        expect(scenario, "limit", text(event.limit()));
        expect(scenario, "offset", text(event.offset()));
        expect(scenario, "normalized", statement.normalizedSql());
        expect(scenario, "redacted", event.redactedSql());
        if ("none".equals(scenario.one("columns"))) {
            assertThat(statement.columns()).as("columns").isEmpty();
        } else if (scenario.one("columns") != null) {
            assertThat(columns(statement))
                    .as("columns")
                    .isEqualTo(new TreeSet<>(List.of(scenario.one("columns").split(", ", -1))));
        }
        if (scenario.one("gaps") == null) {
            assertThat(statement.gaps()).as("gaps").isEmpty();
        } else {
            scenario.lines()
                    .get("gaps")
                    .forEach(gap -> assertThat(statement.gaps()).as("gaps").anyMatch(found -> found.contains(gap)));
        }
    }

    private static void expect(Scenario scenario, String key, String found) {
        String expected = scenario.one(key);
        if (expected != null) {
            assertThat(found).as(key).isEqualTo(expected);
        }
    }

    private static Set<String> columns(Statement statement) {
        Set<String> columns = new TreeSet<>();
        for (ColumnUse use : statement.columns()) {
            columns.add(use.clause().name().charAt(0) + ":" + use.table() + "." + use.column());
        }
        return columns;
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private static AnalysedEvent analyse(String sql, Scenario scenario) {
        Map<String, String> params = new LinkedHashMap<>();
        if (scenario.one("params") != null) {
            for (String param : scenario.one("params").split(", *", -1)) {
                params.put(param.substring(0, param.indexOf('=')), param.substring(param.indexOf('=') + 1));
            }
        }
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH)
                .dbSystem(scenario.database())
                .params(params)
                .build();
        return ANALYSER.analyse(new EventId("topic", 0, 0), event);
    }

    /** Scenarios are not about time: a slow machine has all it needs. */
    static AnalysisSettings patient() {
        AnalysisSettings d = AnalysisSettings.defaults();
        return new AnalysisSettings(
                Duration.ofSeconds(60),
                32 << 10,
                100,
                2,
                d.maxRedactedLength(),
                d.maxNormalizedLength(),
                2048,
                1 << 20,
                1 << 20);
    }

    private static List<Scenario> read(String database) {
        List<Scenario> scenarios = new ArrayList<>();
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : lines(database)) {
            if (line.isBlank() && !lines.isEmpty()) {
                scenarios.add(scenario(database, lines));
                lines = new LinkedHashMap<>();
            } else if (!line.isBlank() && !line.startsWith("//")) {
                String key = line.substring(0, line.indexOf(':'));
                String value = line.substring(line.indexOf(':') + 1).strip().replace("\\n", "\n");
                lines.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            }
        }
        return scenarios;
    }

    private static Scenario scenario(String database, Map<String, List<String>> lines) {
        String sql = lines.get("sql").get(0);
        String name = database + ": " + sql.substring(0, Math.min(90, sql.length()));
        return new Scenario(name, database, lines);
    }

    private static List<String> lines(String database) {
        String resource = "/scenarios/analysis/" + database + ".txt";
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(ScenarioTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(reader.lines().toList());
            lines.add("");
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }
}
