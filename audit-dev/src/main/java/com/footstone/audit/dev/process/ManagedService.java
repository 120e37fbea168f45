package com.footstone.audit.dev.process;

import java.io.IOException;
import java.time.Duration;

/**
 * A service that can be started as a process of its own, any number of times, on one port and one data folder. Another
 * kind of service is another class of this type.
 */
public interface ManagedService {

    /** Name for messages and for the folder. */
    String name();

    /** The port that it listens on. */
    ServicePort port();

    /** Time within which it must be ready. */
    default Duration startLimit() {
        return Duration.ofSeconds(90);
    }

    /**
     * Does what must be done before the process can start: fetches programs, makes the data folder, waits for a
     * predecessor that is about to end.
     *
     * @throws IOException if that fails
     */
    void prepare() throws IOException;

    /**
     * Starts the process.
     *
     * @throws IOException if that fails
     */
    ChildProcess launch() throws IOException;

    /** Whether the started process answers. */
    boolean answers();

    /**
     * Does what must be done once it answers, such as making a database; does nothing that was done before.
     *
     * @throws IOException if that fails
     */
    void complete() throws IOException;
}
