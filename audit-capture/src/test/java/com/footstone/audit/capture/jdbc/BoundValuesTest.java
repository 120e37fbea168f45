package com.footstone.audit.capture.jdbc;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class BoundValuesTest {

    private final BoundValues values = new BoundValues();

    @Test
    void valuesAreTextsByPosition() {
        values.set("setInt", new Object[] {1, 7});
        values.set("setBigDecimal", new Object[] {2, new BigDecimal("1.50")});
        values.set("setNull", new Object[] {3, 4});
        values.set("setObject", new Object[] {4, LocalDate.of(2026, 11, 21)});
        values.set("setBinaryStream", new Object[] {5, new ByteArrayInputStream(new byte[3])});

        assertThat(values.snapshot())
                .containsExactly(
                        entry("1", "7"),
                        entry("2", "1.50"),
                        entry("3", "null"),
                        entry("4", "2026-11-21"),
                        entry("5", "<ByteArrayInputStream>"));
    }

    @Test
    void aSnapshotStaysAsItWas() {
        values.set("setInt", new Object[] {1, 7});
        Map<String, String> before = values.snapshot();
        values.set("setInt", new Object[] {1, 8});

        assertThat(before).containsExactly(entry("1", "7"));
    }

    @Test
    void theirSizeIsBounded() {
        for (int i = 0; i < 1000; i++) {
            values.set("setString", new Object[] {i, "x".repeat(100_000)});
        }

        int characters = values.snapshot().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        assertThat(characters).isBetween(30_000, BoundValues.MAX_CHARACTERS);
    }

    @Test
    void replacingAValueTakesNoMoreRoom() {
        for (int i = 0; i < 1000; i++) {
            values.set("setString", new Object[] {1, "x".repeat(1000)});
        }
        values.set("setString", new Object[] {2, "y"});

        assertThat(values.snapshot()).containsKeys("1", "2");
    }
}
