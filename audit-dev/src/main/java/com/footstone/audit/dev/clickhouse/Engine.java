package com.footstone.audit.dev.clickhouse;

import java.nio.file.Path;

import com.sun.jna.Pointer;

/**
 * The engine in this process. It has one storage folder for the life of the process and any number of sessions on it.
 *
 * <p>The engine stays up as long as one session is open and must not be started twice in a process, so the engine keeps
 * an idle session of its own.
 */
final class Engine {

    private final ChdbLibrary library;
    private final Path data;
    private final Session keeper;

    private Engine(ChdbLibrary library, Path data) {
        this.library = library;
        this.data = data;
        SignalHandlers handlers = SignalHandlers.save();
        try {
            library.setSignalHandlersEnabled(0);
            keeper = openSession();
        } finally {
            handlers.restore();
        }
    }

    /**
     * Starts the engine.
     *
     * @param libraryFile {@code libchdb.so}
     * @param data storage folder, made when absent; no other process may use it
     */
    static Engine start(Path libraryFile, Path data) {
        return new Engine(ChdbLibrary.load(libraryFile), data);
    }

    Session openSession() {
        String[] arguments = {"clickhouse", "--path=" + data};
        Pointer connection = library.connect(arguments.length, arguments);
        if (connection == null) {
            throw new IllegalStateException("the engine cannot open its storage in " + data
                    + ": check that the disk has room and that no other process uses the folder");
        }
        return new Session(library, connection);
    }

    /** The session that keeps the engine up; for use before the first request only. */
    Session keeper() {
        return keeper;
    }
}
