package com.footstone.audit.demo;

import java.util.Properties;
import java.util.function.Consumer;

import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.dev.process.ServiceException;
import com.footstone.audit.dev.process.ServicePort;

/**
 * A port that the demo would like.
 *
 * @param property system property that configures it
 * @param number the port; 0 for any free one
 * @param configured whether a person asked for just this one; a usual one gives way when it is taken
 */
record PortChoice(String property, int number, boolean configured) {

    static PortChoice of(Properties properties, String property, int usual) {
        String text = properties.getProperty(property, "").strip();
        if (text.isEmpty()) {
            return new PortChoice(property, usual, false);
        }
        try {
            return new PortChoice(property, Integer.parseInt(text), true);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    property + "=" + text + " is not a port: give 1 to 65535, or 0 for a free one", e);
        }
    }

    /**
     * The port to use.
     *
     * @throws ServiceException if a person asked for a port that is taken
     */
    ServicePort resolve(String user, FreePorts free, Consumer<String> progress) {
        if (number == 0) {
            return free.next(property);
        }
        ServicePort port = new ServicePort(number, property);
        try {
            port.requireFree(user);
            return port;
        } catch (ServiceException e) {
            if (configured) {
                throw e;
            }
            ServicePort other = free.next(property);
            progress.accept("Port " + number + " is in use, so " + user + " takes " + other.number() + " (set "
                    + property + ")");
            return other;
        }
    }
}
