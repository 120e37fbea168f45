package com.footstone.audit.web.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.query.DeadLetterFilter;
import com.footstone.audit.query.DeadLetterPosition;
import com.footstone.audit.query.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeadLetterParametersTest {

    private final DeadLetterParameters parameters = new DeadLetterParameters();

    @Test
    void readsEveryCondition() {
        parameters.from = "2026-03-01T12:00:00Z";
        parameters.reason = "NOT_JSON";

        assertThat(parameters.filter())
                .isEqualTo(new DeadLetterFilter(
                        new TimeRange(Optional.of(Instant.parse("2026-03-01T12:00:00Z")), Optional.empty()),
                        Optional.of("NOT_JSON")));
        assertThat(parameters.size()).isEqualTo(50);
        assertThat(parameters.before(Map.of())).isEmpty();
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        DeadLetterPosition place = new DeadLetterPosition(Map.of(0, 17L, 11, 0L));
        parameters.cursor = DeadLetterParameters.next(place, Map.of());

        assertThat(parameters.before(Map.of())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0:", ":1", "a:1", "0:-1", "-1:0", "0:1  1:2"})
    void refusesACursorThatIsNoPlace(String place) {
        parameters.cursor = Cursor.of(place, "dead-letters{}");

        assertThatThrownBy(() -> parameters.before(Map.of())).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void refusesATooLargePage() {
        parameters.limit = "201";

        assertThatThrownBy(parameters::size)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("limit is not a number from 1 to 200");
    }
}
