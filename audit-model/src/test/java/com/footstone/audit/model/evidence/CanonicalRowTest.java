package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalRowTest {

    private final CanonicalRow row = new CanonicalRow();

    /** What ClickHouse answers to formatRow('RowBinary', …) of the same values. */
    @Test
    void bytesAreThoseOfRowBinary() {
        row.int32(1);
        row.text("abc");
        row.texts(List.of("x", "yy"));
        row.flag(true);
        row.micros(Instant.parse("2026-01-01T00:00:00.123456Z"));
        row.text("q");

        assertThat(HexFormat.of().formatHex(row.bytes()))
                .isEqualTo("01000000036162630201780279790140222246484706000171");
    }

    @Test
    void aTextHasItsLengthInBytesInFront() {
        row.text("é".repeat(100));
        assertThat(row.bytes()).hasSize(2 + 200).startsWith(0xC8, 0x01);

        row.clear();
        row.text("a".repeat(100_000));
        assertThat(row.bytes()).hasSize(3 + 100_000).startsWith(0xA0, 0x8D, 0x06);
    }

    @Test
    void nothingIsAnEmptyText() {
        row.text(null);
        assertThat(row.bytes()).containsExactly(0);
    }

    @Test
    void halfACharacterIsAQuestionMark() {
        row.text("\uD83D");
        assertThat(row.bytes()).containsExactly(1, '?');
    }

    @Test
    void whatIsFinerThanTheColumnIsCutOff() {
        row.micros(Instant.parse("1970-01-01T00:00:00.000001999Z"));
        row.millis(Instant.parse("1970-01-01T00:00:00.001999Z"));
        row.micros(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(row.bytes())
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1);
    }

    @Test
    void textsThatRunIntoEachOtherAreToldApart() {
        row.texts(List.of("ab", "c"));
        Hash one = row.leaf();
        row.clear();
        row.texts(List.of("a", "bc"));
        assertThat(row.leaf()).isNotEqualTo(one);
    }
}
