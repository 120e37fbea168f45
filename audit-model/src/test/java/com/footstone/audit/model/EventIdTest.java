package com.footstone.audit.model;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventIdTest {

    @Test
    void text_form_reads_back_up_to_the_greatest_offset() {
        for (EventId id : List.of(
                new EventId("a", 0, 0),
                Samples.ID,
                new EventId("Z.9_-" + "t".repeat(244), Integer.MAX_VALUE, Long.MAX_VALUE))) {
            assertThat(EventId.parse(id.toString())).isEqualTo(id);
        }
        assertThat(Samples.ID).hasToString("sql-audit-events:2:77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "events",
                "events:1",
                "events:1:2:3",
                "events:-1:2",
                "events:1:-2",
                "events::2",
                ":1:2",
                "events:1:x",
                " events:1:2",
                "events:1:2\n",
                "events:١:2",
                "events:9999999999:2",
                "events:1:9999999999999999999"
            })
    void text_of_another_form_is_refused_without_being_repeated(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> EventId.parse(text))
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("id"))
                .withMessageNotContaining("99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:b", "é", "a\n", "a/b"})
    void name_that_no_topic_can_have_is_refused(String topic) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EventId(topic, 0, 0))
                .withMessage("topic is not a Kafka topic name");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EventId("t".repeat(250), 0, 0))
                .withMessage("topic is not a Kafka topic name");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EventId("", 0, 0))
                .withMessage("topic is blank");
    }

    @Test
    void negative_places_are_refused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EventId("t", -1, 0))
                .withMessage("partition is less than 0");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new EventId("t", 0, -1))
                .withMessage("offset is less than 0");
    }

    @Test
    void order_is_by_topic_then_partition_then_offset() {
        List<EventId> ordered = List.of(
                new EventId("a", 1, 9),
                new EventId("a", 2, 3),
                new EventId("a", 2, 10),
                new EventId("a", 10, 0),
                new EventId("b", 0, 0));

        assertThat(ordered.stream().sorted(Comparator.reverseOrder()).sorted()).containsExactlyElementsOf(ordered);
    }
}
