package com.footstone.audit.capture.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.model.SqlEvent;

/**
 * Who the events come from.
 *
 * @param producerId unique for each start of capture: events are numbered within it
 * @param instance the process of the application
 * @param host the machine
 */
record ProducerIdentity(String producerId, String instance, String host) {

    /** Finds out. May ask the name service, so never on the application's threads. */
    static ProducerIdentity of(CaptureSettings settings, String token) {
        String host = hostName();
        String instance = settings.instance() != null
                ? settings.instance()
                : ProcessHandle.current().pid() + "@" + host;
        String name = settings.application() + "/" + instance;
        int room = SqlEvent.MAX_NAME_LENGTH - token.length() - 1;
        return new ProducerIdentity(name.substring(0, Math.min(name.length(), room)) + "/" + token, instance, host);
    }

    /** What makes a start of capture unique: 16 hex digits. */
    static String newToken() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static String hostName() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
