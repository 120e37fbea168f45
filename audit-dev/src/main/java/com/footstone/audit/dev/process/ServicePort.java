package com.footstone.audit.dev.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback port of a service.
 *
 * @param number 1 to 65535
 * @param property system property that configures it
 */
public record ServicePort(int number, String property) {

    /** Below the range that systems take ports of outgoing connections from, so a stopped service finds its own again. */
    private static final int LOWEST_FREE = 20_000;

    private static final int HIGHEST_FREE = 32_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    public ServicePort {
        if (number < 1 || number > 65_535) {
            throw new ServiceException(
                    property + "=" + number + " is not a port: give 1 to 65535, or 0 for a free one");
        }
    }

    /** The configured port, or a free one when {@code configured} is 0. */
    public static ServicePort of(int configured, String property) {
        return configured == 0 ? free(property) : new ServicePort(configured, property);
    }

    private static ServicePort free(String property) {
        for (int i = 0; i < TRIES; i++) {
            int number = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
            if (isFree(number) && GIVEN.add(number)) {
                return new ServicePort(number, property);
            }
        }
        throw new ServiceException("no free port from " + LOWEST_FREE + " to " + HIGHEST_FREE + ": set " + property);
    }

    /**
     * Checks that nobody else listens on it.
     *
     * @throws ServiceException if the port is in use
     */
    public void requireFree(String service) {
        if (!isFree(number)) {
            throw new ServiceException(
                    service + " cannot use port " + number + ": it is in use. Stop what uses it, or set -D" + property
                            + " to another port (0 for a free one)");
        }
    }

    private static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
