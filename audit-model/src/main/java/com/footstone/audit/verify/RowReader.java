package com.footstone.audit.verify;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.model.evidence.RowFormat;

/** Cuts an answer in RowBinary into rows, and hashes each as it came. */
final class RowReader {

    private final PushbackInputStream in;
    private final List<RowFormat.Column> columns;
    private byte[] bytes = new byte[4096];
    private int length;

    /**
     * @param in a buffered stream of rows with all columns of a version of {@link RowFormat}
     * @param format the version
     */
    RowReader(InputStream in, int format) {
        this.in = new PushbackInputStream(in);
        this.columns = RowFormat.columns(format);
    }

    /** The next row; nothing at the end. */
    Optional<Row> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        in.unread(first);
        length = 0;
        long offset = -1;
        for (RowFormat.Column column : columns) {
            int start = length;
            take(column.type());
            offset = column.name().equals("offset") ? number(start) : offset;
        }
        return Optional.of(new Row(offset, MerkleTree.leaf(bytes, 0, length)));
    }

    private void take(RowFormat.Type type) throws IOException {
        switch (type) {
            case TEXT -> take(count());
            case TEXTS -> {
                for (int texts = count(); texts > 0; texts--) {
                    take(count());
                }
            }
            case FLAG, INT8, UINT8 -> take(1);
            case INT32 -> take(Integer.BYTES);
            case INT64, MICROS, MILLIS -> take(Long.BYTES);
        }
    }

    private void take(int size) throws IOException {
        reserve(size);
        if (in.readNBytes(bytes, length, size) < size) {
            throw cut();
        }
        length += size;
    }

    /** A length: seven bits a byte, lowest first. */
    private int count() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw cut();
            }
            reserve(1);
            bytes[length++] = (byte) next;
            value |= (next & 0x7fL) << shift;
            if (next < 0x80 && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw new IOException("ClickHouse answered with what are not rows of events");
    }

    private void reserve(int more) throws IOException {
        if (bytes.length - length < more) {
            long size = Math.max(bytes.length * 2L, (long) length + more);
            if (size > Integer.MAX_VALUE - 8) {
                throw new IOException("ClickHouse answered with a row that is too long");
            }
            bytes = Arrays.copyOf(bytes, (int) size);
        }
    }

    private static EOFException cut() {
        return new EOFException("ClickHouse broke its answer off in the middle of a row");
    }

    private long number(int start) {
        long value = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            value = value << 8 | (bytes[start + i] & 0xff);
        }
        return value;
    }
}
