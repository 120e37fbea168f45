package com.footstone.audit.capture.delivery;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.SqlEvent;

import static org.assertj.core.api.Assertions.assertThat;

class StatementIdsTest {

    private final StatementIds ids = new StatementIds();

    private static SqlEvent event(String sql) {
        return SqlEvent.builder(sql, Instant.EPOCH).build();
    }

    @Test
    void eachTextHasItsOwnAtEveryMeeting() {
        for (int meeting = 0; meeting < 3; meeting++) {
            for (String sql : new String[] {"select 1", "select 2", "select 'é \uD83D'"}) {
                assertThat(ids.of(event(sql))).isEqualTo(event(sql).sqlId());
            }
        }
        assertThat(ids.kept()).isEqualTo(3);
    }

    @Test
    void keepsNoMoreThanSomeTextsAndNoneThatIsLong() {
        for (int n = 0; n < 2 * StatementIds.MAX_TEXTS; n++) {
            SqlEvent event = event("select " + n);
            assertThat(ids.of(event)).isEqualTo(event.sqlId());
        }
        assertThat(ids.kept()).isEqualTo(StatementIds.MAX_TEXTS);

        SqlEvent fits = event("x".repeat(StatementIds.MAX_CHARACTERS));
        SqlEvent tooLong = event("x".repeat(StatementIds.MAX_CHARACTERS + 1));
        StatementIds others = new StatementIds();
        assertThat(others.of(fits)).isEqualTo(fits.sqlId());
        assertThat(others.of(tooLong)).isEqualTo(tooLong.sqlId());
        assertThat(others.kept()).isEqualTo(1);
    }
}
