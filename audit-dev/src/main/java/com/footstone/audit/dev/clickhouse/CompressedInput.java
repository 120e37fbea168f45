package com.footstone.audit.dev.clickhouse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.github.luben.zstd.Zstd;

import net.jpountz.lz4.LZ4Factory;

/** Reads the stream that {@link CompressedOutput} describes; a block may also be stored plain or with ZSTD. */
final class CompressedInput extends InputStream {

    private static final byte PLAIN = 0x02;
    private static final byte ZSTD = (byte) 0x90;

    /** More than any client sends in a block; a larger size means that the stream is not in this form. */
    private static final int LIMIT_BYTES = 1 << 28;

    private final InputStream in;
    private byte[] plain = new byte[0];
    private int at;

    CompressedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return at < plain.length || readBlock() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == plain.length && !readBlock()) {
            return -1;
        }
        int taken = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, offset, taken);
        at += taken;
        return taken;
    }

    private boolean readBlock() throws IOException {
        int prefix = CompressedOutput.CHECKSUM_BYTES + CompressedOutput.HEADER_BYTES;
        byte[] head = in.readNBytes(prefix);
        if (head.length == 0) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(require(head, prefix)).order(ByteOrder.LITTLE_ENDIAN);
        int packed = size(header.getInt(CompressedOutput.CHECKSUM_BYTES + 1), CompressedOutput.HEADER_BYTES);
        int unpacked = size(header.getInt(CompressedOutput.CHECKSUM_BYTES + 5), 1);
        byte[] data =
                require(in.readNBytes(packed - CompressedOutput.HEADER_BYTES), packed - CompressedOutput.HEADER_BYTES);
        verify(header, data);
        plain = unpack(header.get(CompressedOutput.CHECKSUM_BYTES), data, unpacked);
        at = 0;
        return true;
    }

    private static void verify(ByteBuffer header, byte[] data) throws IOException {
        byte[] hashed = new byte[CompressedOutput.HEADER_BYTES + data.length];
        header.get(CompressedOutput.CHECKSUM_BYTES, hashed, 0, CompressedOutput.HEADER_BYTES);
        System.arraycopy(data, 0, hashed, CompressedOutput.HEADER_BYTES, data.length);
        BlockChecksum sent = new BlockChecksum(header.getLong(0), header.getLong(Long.BYTES));
        if (!sent.equals(BlockChecksum.of(hashed, 0, hashed.length))) {
            throw new IOException("a compressed block has a wrong checksum");
        }
    }

    private static byte[] unpack(byte method, byte[] data, int size) throws IOException {
        return switch (method) {
            case CompressedOutput.LZ4 ->
                LZ4Factory.fastestInstance().safeDecompressor().decompress(data, 0, data.length, size);
            case ZSTD -> Zstd.decompress(data, size);
            case PLAIN -> data;
            default -> throw new IOException("compression method " + (method & 0xff) + " is not supported");
        };
    }

    private static int size(int value, int least) throws IOException {
        if (value < least || value > LIMIT_BYTES) {
            throw new IOException("a compressed block has an impossible size");
        }
        return value;
    }

    private static byte[] require(byte[] bytes, int length) throws EOFException {
        if (bytes.length < length) {
            throw new EOFException("the request ends within a compressed block");
        }
        return bytes;
    }
}
