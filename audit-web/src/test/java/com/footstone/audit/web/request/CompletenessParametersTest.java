package com.footstone.audit.web.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.footstone.audit.query.Completeness;
import com.footstone.audit.query.CompletenessFilter;
import com.footstone.audit.query.CompletenessPosition;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.ProducerCompleteness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompletenessParametersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final CompletenessParameters parameters = new CompletenessParameters();

    @Test
    void readsEveryCondition() {
        parameters.from = "2026-03-01T11:00:00Z";
        parameters.to = "2026-03-01T12:00:00Z";
        parameters.producerId = "shop/1@a/0123";
        parameters.tenant = "acme";
        parameters.application = "shop";

        assertThat(parameters.filter(CLOCK))
                .isEqualTo(new CompletenessFilter(
                        Optional.of(NOON.minusSeconds(3600)),
                        Optional.of(NOON),
                        Optional.of("shop/1@a/0123"),
                        Optional.of("acme"),
                        Optional.of("shop")));
    }

    @Test
    void refusesRangesThatAreNone() {
        parameters.from = "2026-03-01T12:00:00Z";
        assertFault("from");

        parameters.to = "2026-03-01T12:00:00Z";
        assertFault("from");

        parameters.to = "2028-03-01T12:00:00Z";
        assertFault("from");

        parameters.from = null;
        parameters.to = "1970-01-01T12:00:00Z";
        assertFault("to");
    }

    @Test
    void thePagesOfAListEndAtTheSameTime() {
        Page<ProducerCompleteness> page = new Page<>(List.of(producer()), true);
        parameters.cursor = parameters.next(
                new Completeness(NOON.minusSeconds(60), NOON, Optional.of(NOON), Set.of(), 0, page), Map.of());

        assertThat(parameters.after(Map.of())).contains(new CompletenessPosition(NOON, 7));
    }

    private void assertFault(String parameter) {
        assertThatThrownBy(() -> parameters.filter(CLOCK))
                .isInstanceOfSatisfying(InvalidParameterException.class, fault -> assertThat(fault.parameter())
                        .isEqualTo(parameter));
    }

    private static ProducerCompleteness producer() {
        return new ProducerCompleteness(
                7,
                "p",
                new ProducerCompleteness.Origin(List.of(""), false, List.of("shop"), false, "", ""),
                OptionalLong.of(0),
                OptionalLong.of(1),
                2,
                0,
                0,
                List.of(),
                false,
                0,
                0,
                NOON,
                NOON,
                Optional.empty());
    }
}
