package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * ClickHouse's own compressed stream: blocks of a 16-byte CityHash128 checksum, a method byte, the compressed size (with
 * these 9 header bytes) and the plain size, both little-endian, then LZ4 data. The checksum covers header and data.
 */
final class CompressedOutput extends OutputStream {

    static final int CHECKSUM_BYTES = 16;
    static final int HEADER_BYTES = 9;
    static final byte LZ4 = (byte) 0x82;

    private static final int BLOCK_BYTES = 1 << 16;

    private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
    private final OutputStream out;
    private final byte[] plain = new byte[BLOCK_BYTES];
    private final byte[] block = new byte[CHECKSUM_BYTES + HEADER_BYTES + compressor.maxCompressedLength(BLOCK_BYTES)];
    private int filled;

    CompressedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == BLOCK_BYTES) {
            writeBlock();
        }
        plain[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == BLOCK_BYTES) {
                writeBlock();
            }
            int taken = Math.min(left, BLOCK_BYTES - filled);
            System.arraycopy(bytes, from, plain, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    private void writeBlock() throws IOException {
        int start = CHECKSUM_BYTES + HEADER_BYTES;
        int packed = compressor.compress(plain, 0, filled, block, start);
        ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(CHECKSUM_BYTES, LZ4);
        buffer.putInt(CHECKSUM_BYTES + 1, packed + HEADER_BYTES);
        buffer.putInt(CHECKSUM_BYTES + 5, filled);
        BlockChecksum checksum = BlockChecksum.of(block, CHECKSUM_BYTES, packed + HEADER_BYTES);
        buffer.putLong(0, checksum.low());
        buffer.putLong(Long.BYTES, checksum.high());
        out.write(block, 0, start + packed);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (filled > 0) {
            writeBlock();
        }
        out.close();
    }
}
