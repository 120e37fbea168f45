package com.footstone.audit.faults.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.footstone.audit.dev.Service;

/** Stands between one service and one of its stores, on loopback. */
public final class Proxy implements AutoCloseable {

    private static final int BACKLOG = 128;

    private final Service side;
    private final int target;
    private final ServerSocket door;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile Weather weather = new Weather.Clear();

    /**
     * Opens a free port and begins to pass on what comes.
     *
     * @param target loopback port of the store
     */
    public Proxy(Service side, int target) {
        this(side, target, 0);
    }

    /** The same on a port that is known beforehand. */
    public Proxy(Service side, int target, int port) {
        this.side = side;
        this.target = target;
        try {
            door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a proxy of " + side, e);
        }
        thread("proxy-" + side, this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void add(Trap trap) {
        traps.add(trap);
    }

    public void remove(Trap trap) {
        traps.remove(trap);
    }

    /** Changes the weather for all connections, those that are and those to come. */
    public void set(Weather next) {
        weather = next;
        if (next instanceof Weather.Cut) {
            links.forEach(Link::reset);
        }
        links.forEach(Link::look);
    }

    /** Leaves all present connections half open: the store's end is gone, and the service is not told. */
    public void strand() {
        links.forEach(Link::strand);
    }

    Weather weather() {
        return weather;
    }

    Trap.Passage come(Moment moment) {
        Trap.Passage passage = Trap.Passage.PASS;
        for (Trap trap : traps) {
            if (trap.come(moment) == Trap.Passage.BREAK) {
                passage = Trap.Passage.BREAK;
            }
        }
        return passage;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // The door was closed, or whoever knocked has left.
            }
        }
    }

    /** A store that is down refuses; so does the proxy, by closing at once. */
    private void connect(Socket service) throws IOException {
        if (weather instanceof Weather.Cut) {
            Link.reset(service);
            return;
        }
        Socket store;
        try {
            store = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            Link.reset(service);
            return;
        }
        Link link = new Link(this, service, store, conversation());
        links.add(link);
        thread("sent-" + side, link::passSent);
        thread("answered-" + side, link::passAnswered);
    }

    private Conversation conversation() {
        return switch (side) {
            case KAFKA -> new KafkaConversation();
            case POSTGRES -> new PostgresConversation();
            case CLICKHOUSE -> new ClickHouseConversation();
        };
    }

    void ended(Link link) {
        links.remove(link);
    }

    private static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        links.forEach(Link::reset);
    }
}
