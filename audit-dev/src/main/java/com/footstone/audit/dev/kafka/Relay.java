package com.footstone.audit.dev.kafka;

import com.footstone.audit.dev.process.ServiceException;

/**
 * A second door of the broker, for clients that are to come through something else, such as a proxy that breaks
 * connections: the broker tells whoever enters here to come back by the advertised port.
 *
 * @param port loopback port that the broker listens on
 * @param advertisedPort loopback port that it names to its clients
 */
public record Relay(int port, int advertisedPort) {

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws ServiceException if the text is of another form
     */
    static Relay parse(String text) {
        String[] ports = text.split(":", -1);
        try {
            return new Relay(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ServiceException("a relay of the broker is given as port:advertisedPort, not as " + text, e);
        }
    }

    @Override
    public String toString() {
        return port + ":" + advertisedPort;
    }
}
