package com.footstone.audit.faults.proxy;

import java.util.Arrays;

/**
 * Cuts a stream into frames that begin with their length, whatever pieces it arrives in, and keeps the beginning of each.
 * Confined to one direction of a connection.
 */
final class Frames {

    private final byte[] beginning;
    private final int lengthAt;
    private final int notCounted;
    private int kept;
    private long passed;
    private long length = Long.MAX_VALUE;

    /** Takes a frame that is complete. */
    interface Reader {

        /**
         * Takes a frame that has passed.
         *
         * @param beginning as much of the frame as is kept
         * @param at where in the piece the frame begins; 0 if it began in an earlier one
         */
        void frame(byte[] beginning, int at);
    }

    /**
     * @param lengthAt bytes in front of the four bytes that hold the length
     * @param notCounted bytes of a frame that its length does not count
     * @param keep most bytes of a frame that are kept
     */
    Frames(int lengthAt, int notCounted, int keep) {
        this.lengthAt = lengthAt;
        this.notCounted = notCounted;
        this.beginning = new byte[keep];
    }

    void read(byte[] bytes, int from, int to, Reader reader) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (kept < beginning.length) {
                beginning[kept++] = bytes[i];
            }
            passed++;
            if (passed == lengthAt + Integer.BYTES) {
                length = Bytes.int32(beginning, lengthAt) + (long) notCounted;
            }
            if (passed >= length) {
                byte[] whole = Arrays.copyOf(beginning, kept);
                reset();
                reader.frame(whole, start);
                start = i + 1;
            }
        }
    }

    private void reset() {
        kept = 0;
        passed = 0;
        length = Long.MAX_VALUE;
    }
}
