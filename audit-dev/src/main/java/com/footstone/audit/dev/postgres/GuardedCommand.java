package com.footstone.audit.dev.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.dev.process.ServiceException;

/**
 * A command of PostgreSQL as it must be started: so that it ends when this process ends, and not as root, which it
 * refuses.
 */
final class GuardedCommand {

    /**
     * PostgreSQL does not watch its parent, so a shell does: standard input ends when the parent dies, by whatever cause.
     * SIGINT has the server break off transactions and stop in good order. The shell itself ignores the signals that a
     * terminal sends to all, so that it is there until the server has ended.
     */
    private static final String WATCH = """
            trap '' HUP INT TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            { while read -r line; do :; done <&3; kill -INT $child; } 2>/dev/null &
            watch=$!
            wait $child
            status=$?
            kill -KILL $watch 2>/dev/null
            exit $status
            """;

    private GuardedCommand() {}

    /**
     * Program and arguments.
     *
     * @throws ServiceException if this is root and the system has no user namespaces
     */
    static List<String> of(List<String> command) throws IOException {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", WATCH, "postgres-watch"));
        if (System.getProperty("user.name").equals("root")) {
            requireNamespaces();
            // Inside a user namespace of its own the process is nobody, and the files are still its own.
            guarded.addAll(List.of("unshare", "--user"));
        }
        guarded.addAll(command);
        return guarded;
    }

    private static void requireNamespaces() throws IOException {
        try {
            Process probe = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (probe.waitFor() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking for user namespaces", e);
        } catch (IOException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    private static ServiceException refused(IOException cause) {
        return new ServiceException(
                "PostgreSQL does not run as root, and this system gives root no user namespace (unshare --user) to run"
                        + " it in. Start as another user, or set POSTGRES_URL and SHOP_POSTGRES_URL to databases of a"
                        + " server",
                cause);
    }
}
