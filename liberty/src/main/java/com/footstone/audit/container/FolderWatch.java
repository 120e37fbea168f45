package com.footstone.audit.container;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the folders that a running server writes to. The server goes on without them for as long as it can, so that a
 * full volume is told and not answered: once when it begins, and once when it is over.
 */
final class FolderWatch {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final List<WorkFolder> folders;
    private final Set<WorkFolder> faulty = new HashSet<>();

    FolderWatch(List<WorkFolder> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Looks again and again, for as long as there is anything else to do. */
    void begin() {
        Thread thread = new Thread(this::goOnLooking, "folder-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void goOnLooking() {
        try {
            while (true) {
                Thread.sleep(EVERY.toMillis());
                try {
                    look();
                } catch (RuntimeException e) {
                    Logger.getLogger(FolderWatch.class.getName())
                            .log(Level.WARNING, "The folders that the server writes to could not be looked at", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        // Not before the server has made its log, of which this becomes a line.
        Logger log = Logger.getLogger(FolderWatch.class.getName());
        folders.forEach(folder ->
                news(folder).ifPresent(news -> log.log(faulty.contains(folder) ? Level.WARNING : Level.INFO, news)));
    }

    /** What there is to say of a folder that was not said before. */
    Optional<String> news(WorkFolder folder) {
        Optional<String> fault = folder.fault();
        if (fault.isPresent()) {
            return faulty.add(folder) ? fault : Optional.empty();
        }
        return faulty.remove(folder) ? Optional.of(folder.named() + " can be used again") : Optional.empty();
    }
}
