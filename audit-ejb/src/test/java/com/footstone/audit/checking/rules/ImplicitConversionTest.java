package com.footstone.audit.checking.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.analysis.AnalysisSettings;
import com.footstone.audit.analysis.ParserThreads;
import com.footstone.audit.analysis.SchemaFiles;
import com.footstone.audit.analysis.Schemas;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.SqlEvent;

import static org.assertj.core.api.Assertions.assertThat;

class ImplicitConversionTest {

    private static final String DDL = """
            CREATE TABLE customer (id int, code varchar(20), title nvarchar(20), born date, active int);
            CREATE TABLE orders (number int, customer_code varchar(20), buyer int, placed date);
            CREATE TABLE rate (code int);
            CREATE VIEW buyers AS SELECT id, code AS tag FROM customer;
            """;

    private static final ParserThreads THREADS = new ParserThreads(1);

    @TempDir
    private static Path folder;

    @AfterAll
    static void stop() {
        THREADS.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            mysql     | SELECT id FROM customer WHERE code = 4711 | customer.code (text to number)
            oracle    | SELECT id FROM customer c WHERE c.code IN (1, 2) | customer.code (text to number)
            sqlserver | SELECT id FROM customer WHERE active = 1 AND 5 <= code | customer.code (text to number)
            mysql     | SELECT id FROM customer WHERE code BETWEEN 1 AND 5 | customer.code (text to number)
            mysql     | SELECT id FROM customer WHERE code NOT IN ('a', -1) | customer.code (text to number)
            sqlserver | SELECT id FROM customer WHERE code = N'a' | customer.code (text to national text)
            sqlserver | SELECT id FROM customer WHERE [code] = N'a' | customer.code (text to national text)
            oracle    | SELECT id FROM customer WHERE code = title | customer.code (text to national text)
            mysql     | SELECT 1 FROM customer JOIN orders ON code = buyer | customer.code (text to number)
            oracle    | SELECT 1 FROM orders WHERE customer_code < placed | orders.customer_code (text to date or time)
            mysql     | SELECT 1 FROM orders WHERE number LIKE '12%' | orders.number (number to text)
            oracle    | SELECT 1 FROM orders WHERE placed LIKE ? | orders.placed (date or time to text)
            mysql     | SELECT id FROM buyers WHERE tag = 1 | customer.code (text to number)
            mysql     | UPDATE customer SET active = 0 WHERE code = 7 | customer.code (text to number)
            mysql     | SELECT id FROM customer a WHERE a.code = 5 UNION SELECT code FROM rate b WHERE b.code = 5 | customer.code (text to number)
            mysql     | SELECT id FROM customer WHERE code IN (0x61, 5) | customer.code (text to number)
            """)
    void whereTheColumnIsConverted(String dbSystem, String sql, String columns) throws Exception {
        assertThat(check(dbSystem, sql)).isInstanceOfSatisfying(RuleResult.Raised.class, raised -> assertThat(
                        raised.finding().evidence())
                .containsEntry("columns", columns));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            mysql      | SELECT id FROM customer WHERE code = '4711'
            mysql      | SELECT id FROM customer WHERE id = '4711' AND born = '2020-01-01'
            mysql      | SELECT id FROM customer WHERE code = ? AND active = 1
            mysql      | SELECT id FROM customer WHERE length(code) = 5
            mysql      | SELECT id FROM customer WHERE code + 0 = 5
            mysql      | SELECT id FROM customer WHERE code LIKE '5%'
            mysql      | SELECT id FROM customer WHERE code = N'a'
            mysql      | UPDATE customer SET code = 5 WHERE code = '4'
            sqlserver  | SELECT id FROM customer WHERE title = N'a'
            sqlserver  | SELECT id FROM customer WHERE title = 'a'
            oracle     | SELECT id FROM customer WHERE code = 'a' || 5
            postgresql | SELECT id FROM customer WHERE code = 4711
            mysql      | SELECT id FROM stranger WHERE code = 4711
            mysql      | SELECT 1 FROM customer JOIN orders ON code = customer_code AND id = buyer
            mysql      | SELECT id FROM customer t WHERE t.code = 'A' UNION SELECT code FROM rate t WHERE t.code = 5
            mysql      | SELECT id FROM customer t WHERE t.code = 'A' UNION SELECT code FROM stranger t WHERE t.code = 5
            mysql      | SELECT id FROM customer WHERE code = 'A' AND id IN (SELECT 1 FROM rate WHERE code IN (1, 2))
            mysql      | SELECT count(*) AS code FROM customer WHERE code > 'A' GROUP BY title HAVING code > 5
            mysql      | SELECT count(*) AS code FROM customer GROUP BY title HAVING code BETWEEN 1 AND 5
            mysql      | SELECT id FROM customer WHERE code = 0x61
            mysql      | SELECT id FROM customer WHERE code IN (0x61, 0b01)
            sqlserver  | SELECT id FROM customer WHERE code = 0X61
            """)
    void whereTheValueIsOrNothing(String dbSystem, String sql) throws Exception {
        assertThat(check(dbSystem, sql)).isEqualTo(RuleResult.CLEAR);
    }

    @Test
    void executionsOfOneStatementDifferInIt() throws Exception {
        Analyser analyser = analyser("mysql");
        AnalysedEvent text = analyse(analyser, "mysql", "SELECT id FROM customer WHERE code = 'a'");
        AnalysedEvent number = analyse(analyser, "mysql", "SELECT id FROM customer WHERE code = 5");

        assertThat(number.statement().fingerprint()).isEqualTo(text.statement().fingerprint());
        assertThat(check(text)).isEqualTo(RuleResult.CLEAR);
        assertThat(check(number)).isInstanceOf(RuleResult.Raised.class);
    }

    @Test
    void withoutASchemaNothingIsKnown() {
        Analyser analyser = new Analyser(AnalysisSettings.defaults(), THREADS, Schemas.NONE);

        assertThat(check(analyse(analyser, "mysql", "SELECT id FROM customer WHERE code = 5")))
                .isEqualTo(RuleResult.CLEAR);
    }

    private static RuleResult check(String dbSystem, String sql) throws Exception {
        return check(analyse(analyser(dbSystem), dbSystem, sql));
    }

    private static RuleResult check(AnalysedEvent event) {
        return new ImplicitConversion().with(Thresholds.defaults()).check(event);
    }

    private static Analyser analyser(String dbSystem) throws Exception {
        Path ddl = Files.writeString(
                folder.resolve("shop.sql"), DDL.replace(";\n", dbSystem.equals("sqlserver") ? "\nGO\n" : ";\n"));
        SchemaFiles.Reading reading = SchemaFiles.ofFile(ddl, dbSystem, THREADS);
        assertThat(reading.notUnderstood()).isEmpty();
        return new Analyser(AnalysisSettings.defaults(), THREADS, reading.schemas());
    }

    private static AnalysedEvent analyse(Analyser analyser, String dbSystem, String sql) {
        SqlEvent event = SqlEvent.builder(sql, Instant.EPOCH).dbSystem(dbSystem).build();
        return analyser.analyse(new EventId("topic", 0, 0), event);
    }
}
