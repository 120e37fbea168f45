package com.footstone.audit.model;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

class StatementTest {

    @Test
    void statement_with_gaps_is_incomplete() {
        assertThat(Samples.STATEMENT.complete()).isTrue();
        assertThat(statement("f", List.of("columns: too deep")).complete()).isFalse();
    }

    @Test
    void fingerprint_is_not_blank() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> statement(" ", List.of()))
                .withMessage("fingerprint is blank");
    }

    @Test
    void column_is_not_blank_but_its_table_may_be_unknown() {
        assertThat(new ColumnUse("", "*", Clause.SELECTED).table()).isEmpty();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ColumnUse("card", "", Clause.SELECTED))
                .withMessage("column is blank");
    }

    @ParameterizedTest
    @EnumSource(names = {"INSERT", "UPDATE", "DELETE", "MERGE"})
    void kinds_that_change_rows(StatementKind kind) {
        assertThat(kind.mutatesRows()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"INSERT", "UPDATE", "DELETE", "MERGE"},
            mode = EXCLUDE)
    void kinds_that_do_not_change_rows(StatementKind kind) {
        assertThat(kind.mutatesRows()).isFalse();
    }

    private static Statement statement(String fingerprint, List<String> gaps) {
        return new Statement(
                fingerprint,
                "",
                StatementKind.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                Presence.UNKNOWN,
                Presence.UNKNOWN,
                gaps);
    }
}
