package com.footstone.audit.capture.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ERROR: invalid input syntax for type integer: \"kept-secret\"|ERROR: invalid input syntax for type integer: ?",
                "Duplicate entry 'kept-secret' for key 'PRIMARY'|Duplicate entry ? for key ?",
                "Cannot insert. The duplicate key value is (kept-secret).|Cannot insert. The duplicate key value is ?.",
                "ERROR: relation \"item\" does not exist|ERROR: relation \"item\" does not exist"
            })
    void boundValuesAreLeftOut(String message, String told) {
        assertThat(ErrorText.of(new SQLException(message, "22000"), true)).isEqualTo(new ErrorText(told, "22000"));
    }

    @Test
    void whatFollowsTheFirstLineIsLeftOutToo() {
        SQLException failure =
                new SQLException("ERROR: duplicate key\n  Detail: Key (id)=(7) already exists.", "23505");

        assertThat(ErrorText.of(failure, true).message()).isEqualTo("ERROR: duplicate key");
        assertThat(ErrorText.of(failure, false).message()).endsWith("already exists.");
    }

    @Test
    void aBatchTellsWhatTheDatabaseSaidAndNotItsOwnText() {
        BatchUpdateException batch =
                new BatchUpdateException("insert into t values ('kept-secret')", "23505", new int[0]);
        batch.setNextException(new SQLException("ERROR: duplicate key"));

        assertThat(ErrorText.of(batch, true)).isEqualTo(new ErrorText("ERROR: duplicate key", "23505"));
    }

    @Test
    void aFailureWithoutTextIsNamedByItsKind() {
        assertThat(ErrorText.of(new SQLException(), false)).isEqualTo(new ErrorText("java.sql.SQLException", null));
    }

    @Test
    void theTextItselfIsNotPrinted() {
        assertThat(new ErrorText("kept-secret", "23505").toString()).isEqualTo("ErrorText[23505]");
    }
}
