package com.footstone.audit.checking.rules;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPatternTest {

    private static final SampleEvent QUERY = SampleEvent.of(StatementKind.SELECT);

    private final RuleProbe rule = new RuleProbe(new ErrorPattern());

    @ParameterizedTest
    @CsvSource({
        "40P01, DEADLOCK, HIGH",
        "55P03, LOCK_TIMEOUT, HIGH",
        "57014, CANCELLED, HIGH",
        "57P01, CONNECTION, HIGH",
        "08006, CONNECTION, HIGH",
        "53300, RESOURCE, HIGH",
        "40001, SERIALIZATION, MEDIUM",
        "42501, ACCESS, MEDIUM",
        "28P01, ACCESS, MEDIUM",
        "42601, SYNTAX, MEDIUM",
        "42P01, SYNTAX, MEDIUM",
        "23505, CONSTRAINT, LOW"
    })
    void believesTheStateBeforeTheText(String state, String kind, Severity severity) {
        Finding finding = rule.finding(QUERY.failed(state, "wording that says nothing"));

        assertThat(finding.evidence()).containsExactlyEntriesOf(Map.of("error", kind));
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.confidence()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40001 | Deadlock found when trying to get lock; try restarting transaction | DEADLOCK",
                "40001 | Transaction (Process ID ?) was deadlocked on lock resources with another process | DEADLOCK",
                "40001 | Lock wait timeout exceeded; try restarting transaction | LOCK_TIMEOUT",
                "40001 | could not serialize access due to concurrent update | SERIALIZATION",
                "42000 | UPDATE command denied to user ? for table ? | ACCESS",
                "42000 | You have an error in your SQL syntax | SYNTAX"
            })
    void readsTheTextWhereAStateMeansSeveralThings(String state, String text, String kind) {
        assertThat(rule.finding(QUERY.failed(state, text)).evidence()).containsEntry("error", kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadlock detected while waiting for resource | DEADLOCK",
                "resource busy and acquire with NOWAIT specified or timeout expired | LOCK_TIMEOUT",
                "Lock request time out period exceeded. | LOCK_TIMEOUT",
                "The query has timed out. | CANCELLED",
                "Query execution was interrupted, maximum statement execution time exceeded | CANCELLED",
                "Communications link failure | CONNECTION",
                "IO Error: Connection reset | CONNECTION",
                "unable to extend table ? by ? in tablespace ? | RESOURCE",
                "The SELECT permission was denied on the object ?, database ?, schema ?. | ACCESS",
                "table or view does not exist | SYNTAX",
                "Incorrect syntax near ?. | SYNTAX",
                "Invalid object name ?. | SYNTAX",
                "unique constraint (?) violated | CONSTRAINT",
                "Duplicate entry ? for key ? | CONSTRAINT"
            })
    void readsTheTextWhereThereIsNoTellingState(String text, String kind) {
        Finding finding = rule.finding(QUERY.failed("HY000", text));

        assertThat(finding.evidence()).containsEntry("error", kind);
        assertThat(finding.confidence()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oracle | 61000 | ORA-00060: Deadlock beim Warten auf Ressource festgestellt | DEADLOCK",
                "oracle | 42000 | ORA-01031: Nicht ausreichende Berechtigungen | ACCESS",
                "oracle | 72000 | ORA-01013 | CANCELLED",
                "oracle | 72000 | ORA-00936: Ausdruck fehlt | SYNTAX",
                "oracle | ORA-08177 | | SERIALIZATION",
                "oracle | | ORA-00604: error occurred ORA-00054: resource busy | LOCK_TIMEOUT",
                "mssql | S0001 | Msg 1205, Level 13, State 51 | DEADLOCK",
                "mssql | 1222 | | LOCK_TIMEOUT",
                "mssql | S0001 | SQL Error: 18456, SQLState: S0001 | ACCESS",
                "microsoft.sql_server | | Error Number:9002,State:4,Class:17 | RESOURCE",
                "mssql | | Die SQL-Anweisung schlug fehl; error code [2627] | CONSTRAINT",
                "mysql | HY000 | ERROR 1205 (HY000): gesperrt | LOCK_TIMEOUT",
                "mysql | 42000 | Error 1142 (42000): verweigert | ACCESS",
                "mysql | 08004 | ERROR 1040 (08004): zu viele | RESOURCE",
                "mariadb | HY000 | errno: 4025 | CONSTRAINT",
                "postgresql | | FEHLER (SQLSTATE 40P01) | DEADLOCK",
                "postgresql | | SQLSTATE[23505]: Schlüssel doppelt | CONSTRAINT"
            })
    void knowsTheNumbersOfEachDatabase(String database, String state, String text, String kind) {
        Finding finding =
                rule.finding(QUERY.with(event -> event.dbSystem(database)).failed(state, text == null ? "" : text));

        assertThat(finding.evidence()).containsEntry("error", kind);
        assertThat(finding.confidence()).isEqualTo(100);
    }

    @Test
    void aNumberIsReadByTheDatabaseThatTheEventNames() {
        assertThat(rule.finding(QUERY.failed(null, "SQL Error: 1205")).evidence())
                .containsEntry("error", "OTHER");
    }

    @ParameterizedTest
    @CsvSource({
        "57P05, CONNECTION",
        "25P03, CONNECTION",
        "54001, RESOURCE",
        "HYT00, CANCELLED",
        "40002, CONSTRAINT",
        "3F000, SYNTAX"
    })
    void knowsTheRarerStates(String state, String kind) {
        assertThat(rule.finding(QUERY.failed(state, "")).evidence()).containsEntry("error", kind);
    }

    @Test
    void whatItCannotNameIsLowAndLessCertain() {
        Finding finding = rule.finding(QUERY.failed(null, "division by zero"));

        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.confidence()).isEqualTo(80);
    }

    @Test
    void aStateAloneIsAFailure() {
        assertThat(rule.finding(QUERY.with(event -> event.sqlState("40P01"))).severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void neverRepeatsTheErrorText() {
        Finding finding = rule.finding(QUERY.failed("23505", "Key (card)=(4111111111111111) already exists"));

        assertThat(finding.message() + finding.evidence()).doesNotContain("4111");
    }

    @Test
    void isClearWhenNothingFailed() {
        rule.isClear(QUERY);
    }
}
