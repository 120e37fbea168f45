package com.footstone.audit.faults.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** One connection of a service to a store, in two halves. */
final class Link {

    private static final int PIECE = 64 << 10;

    private final Proxy proxy;
    private final Socket service;
    private final Socket store;
    private final Conversation conversation;
    private final Object change = new Object();
    private volatile boolean stranded;

    Link(Proxy proxy, Socket service, Socket store, Conversation conversation) throws IOException {
        this.proxy = proxy;
        this.service = service;
        this.store = store;
        this.conversation = conversation;
        service.setTcpNoDelay(true);
        store.setTcpNoDelay(true);
    }

    void passSent() {
        pass(service, store, conversation::sent);
    }

    void passAnswered() {
        pass(store, service, conversation::answered);
    }

    /** Reads along one direction. */
    private interface Reader {
        List<Found> read(byte[] bytes, int length);
    }

    private void pass(Socket from, Socket to, Reader reader) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (!forward(piece, length, reader.read(piece, length), out)) {
                    reset();
                    return;
                }
            }
            if (!stranded) {
                to.shutdownOutput();
            }
        } catch (IOException e) {
            endUnlessStranded();
        } finally {
            if (service.isClosed()) {
                proxy.ended(this);
            }
        }
    }

    /** Passes a piece on, with a stop at each moment in it; answers false if the connection is to be broken. */
    private boolean forward(byte[] piece, int length, List<Found> found, OutputStream out) throws IOException {
        int passed = 0;
        for (Found next : found) {
            write(piece, passed, next.at(), out);
            passed = Math.max(passed, next.at());
            if (proxy.come(next.moment()) == Trap.Passage.BREAK) {
                return false;
            }
        }
        write(piece, passed, length, out);
        return true;
    }

    private void write(byte[] piece, int from, int to, OutputStream out) throws IOException {
        if (to > from && passes()) {
            out.write(piece, from, to - from);
        }
    }

    /** Waits as long as the weather has it wait; answers false if the bytes are to vanish. */
    private boolean passes() throws IOException {
        synchronized (change) {
            try {
                if (proxy.weather() instanceof Weather.Slow slow) {
                    waitFor(slow.delay());
                }
                while (proxy.weather() instanceof Weather.Silent && !service.isClosed()) {
                    change.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("a proxy was told to end", e);
            }
        }
        return !stranded;
    }

    private void waitFor(Duration delay) throws InterruptedException {
        long end = System.nanoTime() + delay.toNanos();
        for (long left = delay.toMillis();
                left > 0 && !service.isClosed();
                left = (end - System.nanoTime()) / 1_000_000) {
            change.wait(left);
        }
    }

    /** Has those that wait look at the weather again. */
    void look() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    void strand() {
        stranded = true;
        reset(store);
        look();
    }

    private void endUnlessStranded() {
        // The half that hears of a store's end must leave a service that was stranded in the dark.
        if (!stranded) {
            reset();
        } else if (service.isClosed() || service.isInputShutdown()) {
            reset(service);
        }
    }

    void reset() {
        reset(service);
        reset(store);
        proxy.ended(this);
        look();
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
