package com.footstone.audit.dev.clickhouse;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request body of announced length. The JDK's server lets one that breaks off end like a complete one, and an insert
 * cut between two rows would be taken for a shorter insert.
 */
final class WholeBody extends FilterInputStream {

    private long missing;

    WholeBody(InputStream in, long length) {
        super(in);
        this.missing = length;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        count(n);
        return n;
    }

    private void count(int read) throws EOFException {
        if (read >= 0) {
            missing -= read;
        } else if (missing > 0) {
            throw new EOFException("the request broke off " + missing + " bytes before its end");
        }
    }
}
