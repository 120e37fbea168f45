package com.footstone.audit.model.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Bytes in the manner of {@link RowFormat}. One object serves row after row, to be used by one thread. */
public final class CanonicalRow implements RowWriter {

    private final MessageDigest digest = Hash.digest();
    private byte[] bytes = new byte[1024];
    private int length;

    /** Forgets the row, to begin the next. */
    public void clear() {
        length = 0;
    }

    /** The row's place in its batch's tree. */
    public Hash leaf() {
        return MerkleTree.leaf(bytes, 0, length, digest);
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void text(String value) {
        byte[] utf8 = Objects.requireNonNullElse(value, "").getBytes(StandardCharsets.UTF_8);
        count(utf8.length);
        raw(utf8);
    }

    @Override
    public void texts(List<String> values) {
        count(values.size());
        values.forEach(this::text);
    }

    @Override
    public void flag(boolean value) {
        fixed(value ? 1 : 0, 1);
    }

    @Override
    public void int8(int value) {
        fixed(value, 1);
    }

    @Override
    public void uint8(int value) {
        fixed(value, 1);
    }

    @Override
    public void int32(int value) {
        fixed(value, Integer.BYTES);
    }

    @Override
    public void int64(long value) {
        fixed(value, Long.BYTES);
    }

    @Override
    public void micros(Instant value) {
        int64(value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000);
    }

    @Override
    public void millis(Instant value) {
        int64(value.toEpochMilli());
    }

    /** A hash, which has no length in front. */
    void hash(Hash hash) {
        raw(hash.bytes());
    }

    private void raw(byte[] data) {
        reserve(data.length);
        System.arraycopy(data, 0, bytes, length, data.length);
        length += data.length;
    }

    /** A length: seven bits a byte, lowest first. */
    private void count(int value) {
        reserve(5);
        int rest = value;
        while (rest >= 0x80) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number, lowest byte first. */
    private void fixed(long value, int size) {
        reserve(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) (value >>> (8 * i));
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
