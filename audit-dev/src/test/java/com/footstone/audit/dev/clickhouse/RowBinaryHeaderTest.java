package com.footstone.audit.dev.clickhouse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowBinaryHeaderTest {

    @Test
    void endsAfterTheLastType() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(2);
        put(bytes, "id");
        put(bytes, "n".repeat(300));
        put(bytes, "UInt64");
        put(bytes, "String");
        int header = bytes.size();
        bytes.writeBytes(new byte[] {7, 7, 7});
        assertThat(RowBinaryHeader.length(bytes.toByteArray())).isEqualTo(header);
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        int length = text.length();
        while (length > 0x7f) {
            bytes.write((length & 0x7f) | 0x80);
            length >>= 7;
        }
        bytes.write(length);
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
