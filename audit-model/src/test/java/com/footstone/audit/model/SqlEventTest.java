package com.footstone.audit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqlEventTest {

    @Test
    void what_is_left_out_is_unknown() {
        SqlEvent event = SqlEvent.builder("SELECT 1", Samples.TEN).build();

        assertThat(event.sqlType()).isEqualTo(SqlType.UNKNOWN);
        assertThat(event.executionLayer()).isEqualTo(ExecutionLayer.UNKNOWN);
        assertThat(event.params()).isEmpty();
        assertThat(event.executionTimeMs()).isZero();
        assertThat(List.of(event.rowsAffected(), event.rowsReturned(), event.producerSeq()))
                .containsOnly(SqlEvent.UNKNOWN_COUNT);
        assertThat(event.producerDropped()).isZero();
        assertThat(event.violations()).isNull();
        assertThat(event.application()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n"})
    void blank_statement_is_refused(String blank) {
        refused("sql", "sql is blank", () -> SqlEvent.builder(blank, Samples.TEN)
                .build());
    }

    static Stream<Arguments> tooSmall() {
        return Stream.of(
                count("executionTimeMs", 0, event -> event.executionTimeMs(-1)),
                count("rowsAffected", -1, event -> event.rowsAffected(-2)),
                count("rowsReturned", -1, event -> event.rowsReturned(-2)),
                count("producerSeq", -1, event -> event.producerSeq(-2)),
                count("producerDropped", 0, event -> event.producerDropped(-1)));
    }

    private static Arguments count(String field, long min, Consumer<SqlEventBuilder> setter) {
        return Arguments.of(field, min, setter);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooSmall")
    void count_below_its_least_is_refused(String field, long min, Consumer<SqlEventBuilder> setter) {
        SqlEventBuilder event = Samples.event();
        setter.accept(event);

        refused(field, field + " is less than " + min, event::build);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                name("statementId", e -> e::statementId),
                name("datasource", e -> e::datasource),
                name("sqlState", e -> e::sqlState),
                name("eventId", e -> e::eventId),
                name("producerId", e -> e::producerId),
                name("tenantId", e -> e::tenantId),
                name("application", e -> e::application),
                name("instance", e -> e::instance),
                name("host", e -> e::host),
                name("dbSystem", e -> e::dbSystem),
                name("dbName", e -> e::dbName),
                name("dbUser", e -> e::dbUser),
                name("endUser", e -> e::endUser),
                name("clientAddress", e -> e::clientAddress),
                name("sessionId", e -> e::sessionId),
                name("traceId", e -> e::traceId),
                name("spanId", e -> e::spanId));
    }

    private static Arguments name(String field, Function<SqlEventBuilder, Function<String, SqlEventBuilder>> setter) {
        return Arguments.of(field, setter);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void name_is_bounded_in_characters(
            String field, Function<SqlEventBuilder, Function<String, SqlEventBuilder>> setter) throws Exception {
        String whales = "\uD83D\uDC0B".repeat(SqlEvent.MAX_NAME_LENGTH);

        SqlEvent event = setter.apply(Samples.event()).apply(whales).build();
        assertThat(SqlEvent.class.getMethod(field).invoke(event)).isEqualTo(whales);
        refused(field, field + " is longer than 1024 characters", () -> setter.apply(Samples.event())
                .apply(whales + "x")
                .build());
    }

    @Test
    void statement_and_error_are_unbounded() {
        String tenMegabytes = "x".repeat(10_000_000);

        assertThatCode(() -> SqlEvent.builder(tenMegabytes, Samples.TEN)
                        .errorMessage(tenMegabytes)
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void params_are_copied_in_their_order() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("2", "b");
        params.put("1", "a");
        SqlEvent event = Samples.event().params(params).build();
        params.clear();

        assertThat(event.params()).containsExactly(Map.entry("2", "b"), Map.entry("1", "a"));
    }

    @Test
    void error_text_or_state_means_failed() {
        assertThat(SqlEvent.builder("x", Samples.TEN).build().failed()).isFalse();
        assertThat(SqlEvent.builder("x", Samples.TEN).errorMessage("").build().failed())
                .isTrue();
        assertThat(SqlEvent.builder("x", Samples.TEN).sqlState("40P01").build().failed())
                .isTrue();
    }

    @Test
    void sql_id_is_md5_of_utf8() {
        assertThat(SqlEvent.builder("a", Samples.TEN).build().sqlId()).isEqualTo("0cc175b9c0f1b6a831c399e269772661");
        assertThat(SqlEvent.builder("é", Samples.TEN).build().sqlId()).isEqualTo("66ddcd97cfdeabb2f6fb8a999b4bc76f");
    }

    private static void refused(String field, String message, Runnable build) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(build::run)
                .withMessage(message)
                .satisfies(fault -> assertThat(fault.field()).isEqualTo(field));
    }
}
