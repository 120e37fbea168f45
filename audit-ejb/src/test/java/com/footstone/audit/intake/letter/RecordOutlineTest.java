package com.footstone.audit.intake.letter;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import com.footstone.audit.query.DeadLetterDetails.Field;

import static org.assertj.core.api.Assertions.assertThat;

class RecordOutlineTest {

    @Test
    void tellsNamesTypesAndLengthsAndNoValue() {
        RecordOutline outline = outline(
                "{\"sql\":\"select 'x'\",\"rows\":1.5,\"ok\":true,\"none\":null,\"params\":{\"a\":[1]},\"l\":[{}]}");

        assertThat(outline.complete()).isTrue();
        assertThat(outline.fields())
                .containsExactly(
                        new Field("sql", "string", OptionalInt.of(10)),
                        field("rows", "number"),
                        field("ok", "boolean"),
                        field("none", "null"),
                        field("params", "object"),
                        field("l", "array"));
    }

    @Test
    void doesNotShowANameThatMayBeAnything() {
        assertThat(outline("{\"select 'secret'\":1,\"" + "x".repeat(65) + "\":2}")
                        .fields())
                .containsExactly(field("(not shown)", "number"), field("(not shown)", "number"));
    }

    @Test
    void tellsWhatComesBeforeTheTextBreaksOff() {
        RecordOutline outline = outline("{\"sql\":\"select 1\",\"host\":\"tru");

        assertThat(outline.complete()).isFalse();
        assertThat(outline.fields()).extracting(Field::name).startsWith("sql").doesNotContain("tru");
    }

    @Test
    void hasNothingToTellOfWhatIsNoObject() {
        assertThat(RecordOutline.of(null).fields()).isEmpty();
        assertThat(RecordOutline.of(new byte[0]).complete()).isFalse();
        assertThat(outline("[1]").complete()).isFalse();
        assertThat(outline("\u0000{").fields()).isEmpty();
        assertThat(outline("{}{}").complete()).isFalse();
    }

    @Test
    void isBounded() {
        StringBuilder many = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 300; i++) {
            many.append(",\"f").append(i).append("\":1");
        }

        RecordOutline outline = outline(many.append('}').toString());

        assertThat(outline.fields()).hasSize(200);
        assertThat(outline.complete()).isFalse();
        assertThat(outline("{\"a\":" + "[".repeat(100_000)).complete()).isFalse();
    }

    private static Field field(String name, String type) {
        return new Field(name, type, OptionalInt.empty());
    }

    private static RecordOutline outline(String json) {
        return RecordOutline.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
