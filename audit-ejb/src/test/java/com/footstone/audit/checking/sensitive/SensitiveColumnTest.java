package com.footstone.audit.checking.sensitive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;

import static org.assertj.core.api.Assertions.assertThat;

class SensitiveColumnTest {

    private final RuleProbe rule = new RuleProbe(new SensitiveColumn());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT c.email AS x FROM customer c WHERE c.id = 1 | customer.email (contact)",
                "SELECT lower(trim(c.email)) FROM customer c WHERE id = 1 | customer.email (contact)",
                "SELECT t.e FROM (SELECT email AS e FROM customer WHERE id = 1) t | customer.email (contact)",
                "WITH x AS (SELECT email e FROM customer) SELECT e FROM x | customer.email (contact)",
                "SELECT (SELECT max(s.card_no) FROM sale s WHERE s.c = c.id) FROM customer c | sale.card_no (payment)",
                "SELECT id FROM a WHERE EXISTS (SELECT ssn FROM b WHERE b.id = a.id) | b.ssn (identity)",
                "SELECT id FROM a UNION SELECT password FROM users | users.password (credentials)",
                "SELECT CASE WHEN x = 1 THEN phone END FROM customer | customer.phone (contact)",
                "SELECT name, email FROM customer c JOIN orders o ON o.c = c.id | email (contact)",
                "SELECT * FROM patients | patients.* (health)",
                "SELECT p.* FROM orders o JOIN patient p ON p.id = o.p | patient.* (health)",
                "SELECT \"cardNumber\" FROM sale | sale.cardNumber (payment)",
                "SELECT cardNumber FROM sale | sale.cardnumber (payment)",
            })
    void seesWhatIsReadThroughAliasesFunctionsAndNestedQueries(String sql, String read) {
        assertThat(finding(sql).evidence()).containsEntry("read", read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mssql | SELECT ssn FROM customer; DROP TABLE IF EXISTS #x | HIGH",
                "mssql | CREATE TABLE #x (a int); SELECT ssn FROM customer WHERE id = 1 | LOW",
                "mssql | EXEC p @a; SELECT ssn FROM customer | HIGH"
            })
    void looksAtAQueryBesideOtherStatements(String database, String sql, Severity severity) {
        Finding finding = rule.finding(AnalysedText.of(database, sql));

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.evidence()).containsValue("customer.ssn (identity)");
    }

    @Test
    void tellsReadingWritingAndFilteringApart() {
        Finding finding = finding("UPDATE users SET password = 'x', seen = lower(email) WHERE phone = 'y'");

        assertThat(finding.evidence())
                .containsEntry("written", "users.password (credentials)")
                .containsEntry("read", "users.email (contact)")
                .containsEntry("filtered", "users.phone (contact)")
                .containsEntry("tags", "contact, credentials");
        assertThat(finding.message())
                .isEqualTo("The statement reads users.email (contact), writes users.password (credentials), filters on"
                        + " users.phone (contact).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT email FROM customer WHERE id = 1 | 1 | none",
                "SELECT email FROM customer WHERE id = 1 | -1 | LOW",
                "SELECT email FROM customer WHERE city = 'x' | 100 | none",
                "SELECT email FROM customer WHERE city = 'x' | 101 | MEDIUM",
                "SELECT email FROM customer | -1 | MEDIUM",
                "SELECT email FROM customer | 12 | none",
                "SELECT email FROM customer LIMIT 10 | -1 | LOW",
                "SELECT card_no FROM sale WHERE id = 1 | 1 | LOW",
                "SELECT card_no FROM sale | -1 | HIGH",
                "SELECT card_no FROM sale WHERE day = 1 | 5000 | HIGH",
                "SELECT id FROM customer WHERE email = 'x' | 1 | none",
                "SELECT id FROM customer WHERE email LIKE '%x' | 500 | LOW",
                "SELECT id FROM customer WHERE ssn LIKE '1%' | 500 | MEDIUM",
                "UPDATE customer SET email = 'x' WHERE id = 1 | 1 | none",
                "UPDATE customer SET email = 'x' | 700 | MEDIUM",
                "UPDATE users SET password = 'x' | 700 | HIGH",
                "INSERT INTO customer (email) VALUES ('x') | 1 | none",
                "DELETE FROM customer WHERE email = 'x' | 1 | none",
            })
    void isAsBadAsTheDataAndTheRows(String sql, long rows, String severity) {
        AnalysedEvent event = event(sql, rows);
        if (severity.equals("none")) {
            rule.isClear(event);
        } else {
            assertThat(rule.finding(event).severity()).isEqualTo(Severity.valueOf(severity));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, name FROM customer",
                "SELECT count(*) FROM customer",
                "SELECT * FROM customer",
                "SELECT email_sent_at, address_id, token_count FROM letter",
                "SELECT discard_nothing FROM t",
                "SELECT 'email' FROM t",
                "INSERT INTO orders VALUES (1)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void concernsNoStatementThatReadsNoRows() {
        rule.isNotApplicable(AnalysedText.of("EXPLAIN SELECT email FROM customer"));
        rule.isNotApplicable(AnalysedText.of("GRANT SELECT ON customer TO bob"));
        rule.isNotApplicable(AnalysedText.of("CREATE TABLE customer (email text)"));
    }

    @Test
    void allColumnsAreSensitiveOfATableWithADeclaredColumn() throws IOException {
        Path file = folder.resolve("ours.txt");
        Files.writeString(file, "[columns]\ncustomer.notes = health\n");
        RuleProbe ours = new RuleProbe(new SensitiveColumn(), "checker.sensitiveColumn.catalogue", file.toString());

        assertThat(ours.finding(AnalysedText.of("SELECT * FROM customer")).evidence())
                .containsEntry("read", "customer.* (health)");
        assertThat(ours.finding(AnalysedText.of("INSERT INTO customer VALUES (1, 'x')"))
                        .evidence())
                .containsEntry("written", "customer.* (health)");
        assertThat(ours.finding(AnalysedText.of("COPY customer TO STDOUT")).evidence())
                .containsEntry("read", "customer.* (health)");
        // Of two sources the one is meant that has such a column.
        assertThat(ours.finding(AnalysedText.of("SELECT notes FROM orders o JOIN customer c ON c.id = o.c"))
                        .evidence())
                .containsEntry("read", "customer.notes (health)");
        ours.isClear(AnalysedText.of("SELECT notes FROM orders"));
    }

    @Test
    void aFailedStatementHasReadNothing() {
        String sql = "SELECT email FROM customer";
        AnalysedEvent text = AnalysedText.of(sql);
        SqlEvent failed = SqlEvent.builder(sql, Instant.EPOCH).sqlState("57014").build();

        rule.isClear(new AnalysedEvent(
                text.id(), failed, text.statement(), text.redactedSql(), "", text.offset(), text.limit()));
    }

    @Test
    void ordinaryUseIsOnRecordIfAskedFor() {
        RuleProbe every = new RuleProbe(new SensitiveColumn(), "checker.sensitiveColumn.everyUse", "true");

        assertThat(every.finding(event("SELECT email FROM customer WHERE id = 1", 1))
                        .severity())
                .isEqualTo(Severity.LOW);
    }

    private Finding finding(String sql) {
        return rule.finding(AnalysedText.of(sql));
    }

    private static AnalysedEvent event(String sql, long rows) {
        AnalysedEvent text = AnalysedText.of(sql);
        boolean changes = text.statement().kind().mutatesRows();
        SqlEvent event = changes
                ? SqlEvent.builder(sql, Instant.EPOCH).rowsAffected(rows).build()
                : SqlEvent.builder(sql, Instant.EPOCH).rowsReturned(rows).build();
        return new AnalysedEvent(
                text.id(), event, text.statement(), text.redactedSql(), "", text.offset(), text.limit(), text.text());
    }
}
