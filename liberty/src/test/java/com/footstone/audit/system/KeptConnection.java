package com.footstone.audit.system;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client's connection that is kept for more than one request, as proxies keep theirs. It asks nothing twice: clients of
 * Java would, and nobody would see that a request was lost.
 */
final class KeptConnection implements AutoCloseable {

    private final int port;
    private final String token;
    private final Socket socket;
    private final InputStream in;
    private boolean last;

    /**
     * @param port of this machine
     * @param token of whoever asks
     */
    KeptConnection(int port, String token) throws IOException {
        this.port = port;
        this.token = token;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) SystemUnderTest.PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Asks, and reads the whole answer; returns its status. */
    int get(String path) throws IOException {
        send(head("GET", path, 0));
        return answer();
    }

    /** Begins to send a request, and leaves the body for later. */
    void beginPost(String path, int length) throws IOException {
        send(head("POST", path, length));
    }

    /** Sends bytes as they are. */
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the whole answer; returns its status. */
    int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.toLowerCase(Locale.ROOT).split(":\\s*", 2);
            if (parts[0].equals("content-length")) {
                length = Integer.parseInt(parts[1]);
            }
            last |= parts[0].equals("connection") && parts[1].equals("close");
        }
        if (length < 0) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    /** Whether the server has said that it will answer nothing more here. */
    boolean isLast() {
        return last;
    }

    private String head(String method, String path, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended within an answer, or before it");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
