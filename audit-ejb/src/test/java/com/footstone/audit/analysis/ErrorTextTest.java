package com.footstone.audit.analysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ERROR: duplicate key value violates unique constraint \"orders_pkey\" Detail: Key (id)=(42) already exists."
                        + " | ERROR: duplicate key value violates unique constraint \"orders_pkey\" Detail: Key (id)=(?) already exists.",
                "Detail: Key (lower(email))=(bob@x.com) already exists. | Detail: Key (?) already exists.",
                "Key (a, b)=(1, O'Brien (jr)) is not present in table \"t\". | Key (a, b)=(?) is not present in table \"t\".",
                "Failing row contains (1, bob, (x), null). | Failing row contains (?).",
                "null value in column \"name\" of relation \"t\" violates not-null constraint"
                        + " | null value in column \"name\" of relation \"t\" violates not-null constraint",
                "invalid input syntax for type integer: \"secret\" | invalid input syntax for type integer: ?",
                "syntax error at or near \"secret\" | syntax error at or near ?",
                "password authentication failed for user \"bob\" | password authentication failed for user ?",
                "deadlock detected Detail: Process 71 waits for ShareLock on transaction 99; blocked by process 72."
                        + " | deadlock detected Detail: Process ? waits for ShareLock on transaction ?; blocked by process ?",
                "canceling statement due to lock timeout | canceling statement due to lock timeout",
                "Duplicate entry 'bob@x.com' for key 'users.email' | Duplicate entry ? for key 'users.email'",
                "Duplicate entry 'a' secret 'b' for key 'k' | Duplicate entry ? for key 'k'",
                "Duplicate entry 'x' for key 'secret' for key 'k' | Duplicate entry ? for key 'k'",
                "Table 'shop.orders' doesn't exist | Table 'shop.orders' doesn't exist",
                "Data truncation: Incorrect date value: 'secret' for column 'd' at row 1"
                        + " | Data truncation: Incorrect date value: ? for column 'd' at row ?",
                "You have an error in your SQL syntax; use near 'secret' and 'more' at line 1"
                        + " | You have an error in your SQL syntax; use near ?",
                "ORA-00001: unique constraint (SHOP.ORDERS_PK) violated | ORA-00001: unique constraint (SHOP.ORDERS_PK) violated",
                "Msg 1205, Level 13, State 51 | Msg 1205, Level ?, State ?",
                "SQL Error: 1205, SQLState: 40001 | SQL Error: 1205, SQLState: 40001",
                "SQL state [42000]; error code [1064]; near 4711 | SQL state [42000]; error code [1064]; near ?",
                "Error Number:9002,State:4 | Error Number:9002,State:4",
                "ERROR 1213 (40001): Deadlock | ERROR 1213 (?): Deadlock",
                "Error 1146: Table 'a.b' doesn't exist | Error 1146: Table 'a.b' doesn't exist",
                "bad error code (4711) | bad error code (?)",
                "error code 4111-1111-1111-1111 | error code ?",
                "error code 4111 1111 1111 1111 | error code ? ? ? ?",
                "error code 12345@x.org | error code ?",
                "error code 4711, of bob | error code ?, of bob",
                "PIN error 4711: wrong | PIN error ? wrong",
                "Error 48213 with Msg 12 | Error ? with Msg ?",
                "ORA-12899: value too large (actual: 11, maximum: 10) | ORA-12899: value too large (?)",
                "Violation of PRIMARY KEY constraint 'PK_o'. Cannot insert duplicate key in object 'dbo.o'. The duplicate key"
                        + " value is (42, bob). | Violation of PRIMARY KEY constraint 'PK_o'. Cannot insert duplicate key in"
                        + " object 'dbo.o'. The duplicate key value is (?).",
                "Conversion failed when converting the varchar value 'secret' to data type int."
                        + " | Conversion failed when converting the varchar value ? to data type int.",
                "Batch entry 3 INSERT INTO t VALUES ('secret', was aborted: 5) was aborted: ERROR: deadlock detected"
                        + " | Batch entry ? was aborted: ERROR: deadlock detected",
                "value is out of range: 4111111111111111 | value is out of range: ?",
                "cannot reach bob@x.com here | cannot reach ? here",
                "unclosed 'secret | unclosed ?"
            })
    void saysWhatIsWrongWithoutTheValue(String message, String redacted) {
        assertThat(ErrorText.redact(message, 1000)).isEqualTo(redacted);
    }

    @Test
    void quotesNoStatement() {
        assertThat(ErrorText.redact(
                        "ERROR: column \"x\" does not exist\nLINE 1: select x from t where a = secret", 1000))
                .isEqualTo("ERROR: column \"x\" does not exist\nLINE ?");
    }

    @Test
    void isCutVisibly() {
        String redacted = ErrorText.redact("word ".repeat(1_000_000), 100);
        assertThat(redacted).hasSizeLessThanOrEqualTo(100).endsWith("…[cut]");
    }

    @Test
    void holdsNoCharacterThatATextColumnRefuses() {
        assertThat(ErrorText.redact("a\u0000b\ud800", 100)).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void isEmptyWithoutError() {
        assertThat(ErrorText.redact(null, 100)).isEmpty();
    }
}
