package com.footstone.audit.dev.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A loopback port of a service.
 *
 * @param number 1 to 65535
 * @param property system property that configures it
 */
public record ServicePort(int number, String property) {

    public ServicePort {
        if (number < 1 || number > 65_535) {
            throw new ServiceException(
                    property + "=" + number + " is not a port: give 1 to 65535, or 0 for a free one");
        }
    }

    /**
     * Checks that nobody listens on it.
     *
     * @throws ServiceException if the port is in use
     */
    public void requireFree(String service) {
        if (!isFree(number)) {
            throw new ServiceException(service + " cannot use port " + number
                    + ": it is in use. Stop what uses it, or set -D" + property
                    + " to another port (0 for a free one)");
        }
    }

    static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
