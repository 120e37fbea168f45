package com.footstone.audit.model.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.model.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExemptionRequestTest {

    private static final List<String> NONE = List.of();
    private static final Hours ALWAYS = new Hours(LocalTime.NOON, LocalTime.NOON, Set.of(), ZoneOffset.UTC);
    private static final Hours MORNING = new Hours(LocalTime.MIDNIGHT, LocalTime.NOON, Set.of(), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "*.*", "\"*\"", "[*].[*]", " * "})
    void aNameThatIsAnyNameLeavesNothingOut(String any) {
        refused(scope(NONE, List.of(any), NONE, Optional.empty()), "x.onlyTables");
        refused(scope(List.of("batch", any), NONE, NONE, Optional.empty()), "x.applications");
    }

    @Test
    void severalThatLeaveNothingOutDoNotEither() {
        refused(scope(List.of("*"), List.of("*"), List.of("*"), Optional.of(ALWAYS)), "x.applications");
        refused(scope(NONE, NONE, NONE, Optional.of(ALWAYS)), "x.hours");
    }

    @Test
    void oneConditionThatLeavesSomethingOutIsEnough() {
        accepted(scope(List.of("*"), NONE, List.of("report"), Optional.of(ALWAYS)));
        accepted(scope(List.of("*"), NONE, NONE, Optional.of(MORNING)));
        accepted(scope(List.of("shop*", "*.web"), NONE, NONE, Optional.empty()));
    }

    private static void refused(Scope where, String field) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request(where).requireSelective("x"))
                .withMessageStartingWith(field + " leaves nothing out");
    }

    private static void accepted(Scope where) {
        assertThatCode(() -> request(where).requireSelective("x")).doesNotThrowAnyException();
    }

    private static ExemptionRequest request(Scope where) {
        return new ExemptionRequest(List.of("SlowQuery"), where, "r", "alice", Instant.parse("2026-12-31T00:00:00Z"));
    }

    private static Scope scope(
            List<String> applications, List<String> onlyTables, List<String> dbUsers, Optional<Hours> hours) {
        return new Scope(NONE, applications, NONE, NONE, onlyTables, NONE, dbUsers, NONE, hours);
    }
}
