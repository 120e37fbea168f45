package com.footstone.audit.dev.kafka;

import com.footstone.audit.dev.process.ServiceException;

/**
 * A second door of the broker, for clients that are to come through something else, such as a proxy that breaks
 * connections: the broker tells whoever enters here to come back by the advertised port.
 *
 * @param port loopback port that the broker listens on
 * @param advertisedPort loopback port that it names to its clients
 * @param login whether clients have to log in, by SCRAM-SHA-512, as a user whom the broker was told of
 */
public record Relay(int port, int advertisedPort, boolean login) {

    private static final String LOGIN = "login";

    /** A door for anybody. */
    public Relay(int port, int advertisedPort) {
        this(port, advertisedPort, false);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws ServiceException if the text is of another form
     */
    static Relay parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            return new Relay(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), text.endsWith(":" + LOGIN));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ServiceException(
                    "a relay of the broker is given as port:advertisedPort, with :login or without, not as " + text, e);
        }
    }

    @Override
    public String toString() {
        return port + ":" + advertisedPort + (login ? ":" + LOGIN : "");
    }
}
