package com.footstone.audit.intake.decode;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.footstone.audit.intake.decode.ParamsReader.CUT;
import static com.footstone.audit.intake.decode.ParamsReader.MAX_CHARACTERS;
import static com.footstone.audit.intake.decode.Samples.decode;
import static com.footstone.audit.intake.decode.Samples.decoded;
import static com.footstone.audit.intake.decode.Samples.recordWith;
import static org.assertj.core.api.Assertions.assertThat;

/** Bound values and complaints are kept up to a bound, and what follows them is still read. */
class BoundsOfPartsTest {

    @Test
    void params_up_to_the_bound_are_whole() {
        String value = "v".repeat(MAX_CHARACTERS - 2);

        assertThat(params("\"1\":\"" + value + "\",\"2\":\"\""))
                .containsExactly(Map.entry("1", value), Map.entry("2", ""));
    }

    @Test
    void params_past_the_bound_are_cut_and_say_so() {
        Map<String, String> params = params("\"1\":\"" + "v".repeat(MAX_CHARACTERS) + "\",\"2\":\"w\",\"2\":\"x\"");

        assertThat(params).containsExactly(Map.entry("1", "v".repeat(MAX_CHARACTERS - 1) + CUT));
    }

    @Test
    void params_that_end_at_the_bound_say_that_more_followed() {
        Map<String, String> params = params("\"1\":\"" + "v".repeat(MAX_CHARACTERS - 1) + "\",\"2\":\"w\"");

        assertThat(params).hasSize(2).containsEntry(CUT, CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "é", "€", "\uD83D\uDC0B"})
    void nested_params_past_the_bound_are_cut_between_characters(String character) {
        String text = character.repeat(2 * MAX_CHARACTERS);
        for (String shift : new String[] {"", " "}) {
            String value = params("\"1\":[" + shift + "\"" + text + "\"]").get("1");

            assertThat(value).endsWith(CUT);
            String kept = value.substring(0, value.length() - CUT.length());
            assertThat("[" + shift + "\"" + text).startsWith(kept);
            assertThat(kept.length()).isBetween(MAX_CHARACTERS - 2, MAX_CHARACTERS);
        }
    }

    @Test
    void nested_params_within_the_bound_are_whole_though_their_bytes_are_many() {
        String text = "€".repeat(MAX_CHARACTERS - 10);

        assertThat(params("\"1\":[\"" + text + "\"]")).containsEntry("1", "[\"" + text + "\"]");
    }

    @Test
    void complaints_past_the_bound_are_left_out() {
        String complaints = "{},".repeat(5_000) + "{}";

        assertThat(decoded(decode(recordWith("\"violations\":{\"violations\":[" + complaints + "]},\"host\":\"n\"")))
                        .event())
                .satisfies(event -> {
                    assertThat(event.violations().violations()).hasSize(GuardReportReader.MAX_VIOLATIONS);
                    assertThat(event.host()).isEqualTo("n");
                });
    }

    private static Map<String, String> params(String members) {
        return decoded(decode(recordWith("\"params\":{" + members + "},\"host\":\"n\"")))
                .event()
                .params();
    }
}
