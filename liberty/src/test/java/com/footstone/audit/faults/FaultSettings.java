package com.footstone.audit.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a run goes.
 *
 * @param seed decides what happens in which order
 * @param kills least number of kills
 * @param perSecond records that are sent a second
 * @param limit when no new round is begun, though kills are missing
 * @param patience how long the service may take to recover once a fault is over
 * @param serverHome the packaged server
 * @param folder for all that the run writes
 */
record FaultSettings(
        long seed, int kills, int perSecond, Duration limit, Duration patience, Path serverHome, Path folder) {

    /** An answer that never comes is given up after 60 s; then a batch is repeated. */
    static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration LIMIT = Duration.ofMinutes(27);

    FaultSettings {
        if (kills < 0 || perSecond < 1) {
            throw new IllegalArgumentException("faults.kills must not be negative, faults.rate must be at least 1");
        }
    }

    static FaultSettings ofThisProcess() {
        return new FaultSettings(
                Long.getLong("faults.seed", 1),
                Integer.getInteger("faults.kills", 100),
                Integer.getInteger("faults.rate", 400),
                LIMIT,
                PATIENCE,
                Path.of(required("faults.server.home")),
                Path.of(required("faults.folder")));
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("-D" + property + " is not set; mvn -Pfaults verify sets it");
        }
        return value;
    }
}
