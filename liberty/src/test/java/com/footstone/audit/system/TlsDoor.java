package com.footstone.audit.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A door on loopback that speaks TLS, before a service that does not. */
final class TlsDoor implements AutoCloseable {

    /** PostgreSQL's clients ask for TLS first, in eight bytes, and are told yes in one. */
    private static final int POSTGRES_REQUEST = 8;

    private static final int GOODBYE_MILLIS = 2_000;

    private final ServerSocket door;
    private final int target;
    private final SSLContext certificate;
    private final boolean postgres;
    private final boolean asking;
    private final AtomicInteger entered = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tls-door");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param asking whether whoever enters has to show a certificate too
     */
    private TlsDoor(int port, int target, SSLContext certificate, boolean postgres, boolean asking) throws IOException {
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.certificate = certificate;
        this.postgres = postgres;
        this.asking = asking;
        threads.execute(this::receive);
    }

    /** A door for a protocol that begins with TLS; port 0 is any. */
    static TlsDoor before(int target, int port, SSLContext certificate, boolean asking) throws IOException {
        return new TlsDoor(port, target, certificate, false, asking);
    }

    static TlsDoor beforePostgres(int target, SSLContext certificate, boolean asking) throws IOException {
        return new TlsDoor(0, target, certificate, true, asking);
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** How many connections have come in and proved to be TLS. */
    int entered() {
        return entered.get();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                threads.execute(() -> serve(guest));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try {
            if (postgres) {
                guest.getInputStream().readNBytes(POSTGRES_REQUEST);
                guest.getOutputStream().write('S');
            }
            SSLSocket secured =
                    (SSLSocket) certificate.getSocketFactory().createSocket(guest, (InputStream) null, true);
            secured.setNeedClientAuth(asking);
            secured.startHandshake();
            entered.incrementAndGet();
            Socket inner = new Socket(InetAddress.getLoopbackAddress(), target);
            threads.execute(() -> pump(secured, inner));
            pump(inner, secured);
        } catch (IOException e) {
            turnAway(guest);
        }
    }

    /** What a guest has said is read to its end: otherwise the system would throw away what it is told. */
    private static void turnAway(Socket guest) {
        try (guest) {
            guest.setSoTimeout(GOODBYE_MILLIS);
            guest.shutdownOutput();
            guest.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has gone already, or does not go.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either side may go at any time.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket cannot be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
