package com.footstone.audit.intake.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8Test {

    /** Bytes around each border of the table of well-formed sequences. */
    private static final int[] BORDERS = {
        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
        0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFC, 0xFE, 0xFF
    };

    @Test
    void all_pairs_of_bytes_are_judged_as_the_jdk_does() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                judgedAsByJdk((byte) first, (byte) second);
            }
        }
    }

    @Test
    void border_bytes_in_all_combinations_of_four_are_judged_as_the_jdk_does() {
        for (int first : BORDERS) {
            for (int second : BORDERS) {
                for (int third : BORDERS) {
                    judgedAsByJdk((byte) first, (byte) second, (byte) third);
                    for (int fourth : BORDERS) {
                        judgedAsByJdk((byte) first, (byte) second, (byte) third, (byte) fourth);
                    }
                }
            }
        }
    }

    @Test
    void fault_is_found_wherever_it_is_in_a_stride() {
        for (int at = 0; at < 40; at++) {
            byte[] bytes = "x".repeat(40).getBytes(StandardCharsets.UTF_8);
            bytes[at] = (byte) 0xFF;

            assertThat(Utf8.firstFault(bytes)).isEqualTo(at);
        }
    }

    @Test
    void sequence_cut_by_the_end_is_a_fault_where_it_begins() {
        byte[] whale = "12345678\uD83D\uDC0B".getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.firstFault(whale)).isEqualTo(-1);
        for (int length = 9; length < whale.length; length++) {
            assertThat(Utf8.firstFault(Arrays.copyOf(whale, length))).isEqualTo(8);
        }
    }

    private static void judgedAsByJdk(byte... bytes) {
        if ((Utf8.firstFault(bytes) < 0) != jdkDecodes(bytes)) {
            throw new AssertionError("judged otherwise than by the JDK: " + Arrays.toString(bytes));
        }
    }

    /** The JDK puts other bytes in place of malformed ones, so only the well-formed come back as they were. */
    private static boolean jdkDecodes(byte[] bytes) {
        return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }
}
