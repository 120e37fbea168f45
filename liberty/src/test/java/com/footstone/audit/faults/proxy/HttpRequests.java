package com.footstone.audit.faults.proxy;

import java.util.Locale;

/** Reads HTTP requests byte by byte: where each ends, how long it is, and whether it inserts events. */
final class HttpRequests {

    private static final int BEGINNING = 512;
    private static final String INSERT = "insert into events";

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        LAST_LINE
    }

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder beginning = new StringBuilder();
    private Part part = Part.HEAD;
    private boolean insert;
    private long contentLength;
    private long bodyBytes;
    private long left;
    private final StringBuilder line = new StringBuilder();

    boolean isInsert() {
        return insert;
    }

    /** As the request tells it; 0 if it does not. */
    long contentLength() {
        return contentLength;
    }

    /** Bytes of the body that were read. */
    long bodyBytes() {
        return bodyBytes;
    }

    /** Reads on; answers whether this was the last byte of a request. */
    boolean read(byte next) {
        if (part == Part.HEAD && head.isEmpty()) {
            begin();
        }
        boolean last = advance((char) (next & 0xFF));
        if (last) {
            part = Part.HEAD;
            head.setLength(0);
        }
        return last;
    }

    private void begin() {
        beginning.setLength(0);
        insert = false;
        contentLength = 0;
        bodyBytes = 0;
    }

    private boolean advance(char next) {
        switch (part) {
            case HEAD -> {
                head.append(next);
                return next == '\n' && endsHead() && !bodyFollows();
            }
            case BODY -> {
                body(next);
                return --left == 0;
            }
            case CHUNK_SIZE -> {
                if (next == '\n') {
                    left = Long.parseLong(line.toString().strip().split(";", 2)[0], 16);
                    line.setLength(0);
                    part = left == 0 ? Part.LAST_LINE : Part.CHUNK;
                } else {
                    line.append(next);
                }
            }
            case CHUNK -> {
                body(next);
                if (--left == 0) {
                    part = Part.CHUNK_END;
                }
            }
            case CHUNK_END -> part = next == '\n' ? Part.CHUNK_SIZE : Part.CHUNK_END;
            case LAST_LINE -> {
                return next == '\n';
            }
        }
        return false;
    }

    private void body(char next) {
        bodyBytes++;
        if (!insert && beginning.length() < BEGINNING && next != '`' && next != '"') {
            beginning.append(next);
            // Also inside a compressed block, whose first bytes stand as they are.
            insert = next == 's' && contains(beginning, INSERT);
        }
    }

    private boolean endsHead() {
        int length = head.length();
        return length >= 4 && head.charAt(length - 3) == '\n' && head.charAt(length - 4) == '\r';
    }

    private boolean bodyFollows() {
        String text = head.toString().toLowerCase(Locale.ROOT);
        // The statement may stand in the address, with its name in quotes or not, and its rows in the body.
        String plain =
                text.replace('+', ' ').replace("%20", " ").replace("%60", "").replace("%22", "");
        insert = contains(plain, INSERT);
        if (text.contains("\r\ntransfer-encoding: chunked")) {
            part = Part.CHUNK_SIZE;
            line.setLength(0);
            return true;
        }
        int at = text.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            int from = at + "\r\ncontent-length:".length();
            contentLength = Long.parseLong(
                    text.substring(from, text.indexOf('\r', from)).strip());
        }
        left = contentLength;
        part = left > 0 ? Part.BODY : Part.HEAD;
        return left > 0;
    }

    private static boolean contains(CharSequence text, String word) {
        return text.toString().toLowerCase(Locale.ROOT).contains(word);
    }
}
