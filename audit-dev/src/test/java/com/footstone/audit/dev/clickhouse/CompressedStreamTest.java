package com.footstone.audit.dev.clickhouse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompressedStreamTest {

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (CompressedOutput out = new CompressedOutput(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] read(byte[] packed) throws IOException {
        try (CompressedInput in = new CompressedInput(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void whatIsWrittenIsRead(int size) throws IOException {
        byte[] plain = new byte[size];
        new Random(size).nextBytes(plain);
        assertThat(read(compressed(plain))).isEqualTo(plain);
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        byte[] packed = compressed(new byte[1_000]);
        packed[packed.length - 1] ^= 1;
        assertThatThrownBy(() -> read(packed)).isInstanceOf(IOException.class).hasMessageContaining("checksum");
    }

    @Test
    void aStreamCutWithinABlockIsNoticed() throws IOException {
        byte[] packed = compressed(new byte[1_000]);
        assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length - 3))).isInstanceOf(EOFException.class);
    }

    @Test
    void aBodyCutBeforeItsAnnouncedLengthIsNoticed() throws IOException {
        try (WholeBody body = new WholeBody(new ByteArrayInputStream(new byte[10]), 11)) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(EOFException.class);
        }
    }
}
