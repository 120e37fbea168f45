package com.footstone.audit.dev.clickhouse;

/** The header of {@code RowBinaryWithNamesAndTypes}: a count, then as many names, then as many types. */
final class RowBinaryHeader {

    private final byte[] bytes;
    private int at;

    private RowBinaryHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Measures the header.
     *
     * @param bytes the beginning of the data, long enough to hold the header
     * @return length of the header in bytes
     */
    static int length(byte[] bytes) {
        RowBinaryHeader header = new RowBinaryHeader(bytes);
        int texts = 2 * header.number();
        for (int i = 0; i < texts; i++) {
            int length = header.number();
            header.at += length;
        }
        return header.at;
    }

    /** A variable-length number: seven bits a byte, lowest first. */
    private int number() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
