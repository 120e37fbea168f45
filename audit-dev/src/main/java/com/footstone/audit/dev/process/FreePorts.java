package com.footstone.audit.dev.process;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports, none of them twice. */
public final class FreePorts {

    /** Below the range that systems take ports of outgoing connections from, so a stopped service finds its own again. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;

    private final Set<Integer> given = new HashSet<>();

    /**
     * A free port.
     *
     * @param property system property that would configure it
     * @throws ServiceException if none is found
     */
    public ServicePort next(String property) {
        for (int i = 0; i < TRIES; i++) {
            int number = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (ServicePort.isFree(number) && given.add(number)) {
                return new ServicePort(number, property);
            }
        }
        throw new ServiceException("no free port from " + LOWEST + " to " + HIGHEST + ": set -D" + property);
    }
}
