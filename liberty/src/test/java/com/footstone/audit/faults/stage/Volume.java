package com.footstone.audit.faults.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A disk of its own for a folder, in memory, that can be made full. Needs the right to mount. */
final class Volume implements AutoCloseable {

    private static final String SIZE = "4g";
    private static final long PAGE = 4_096;
    /** In pages. */
    private static final int MOST_SLACK = 2_048;

    private static final int SLACK_STEP = 64;

    private final Path folder;

    private Volume(Path folder) {
        this.folder = folder;
    }

    /** Mounts a disk; empty where this process may not. What an earlier run left mounted there is taken away first. */
    static Optional<Volume> mount(Path folder) {
        Volume volume = new Volume(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made", e);
        }
        return volume.mount("-t", "tmpfs", "-o", "size=" + SIZE + ",mode=0755", "sql-audit-faults")
                ? Optional.of(volume)
                : Optional.empty();
    }

    /** Whether something is mounted on the folder, as after a run that was killed. */
    static void release(Path folder) {
        if (Files.exists(folder) && isMounted(folder)) {
            new Volume(folder).close();
        }
    }

    private static boolean isMounted(Path folder) {
        try {
            return !Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Leaves no room; tried again when the folder grew between asking how full it is and closing it. */
    void fill() {
        for (int slack = 0; slack < MOST_SLACK; slack += SLACK_STEP) {
            if (mount("-o", "remount,size=" + (used() + slack * PAGE))) {
                return;
            }
        }
        throw new IllegalStateException(folder + " cannot be made full");
    }

    private long used() {
        try {
            FileStore store = Files.getFileStore(folder);
            return Math.max(PAGE, store.getTotalSpace() - store.getUnallocatedSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " does not say how full it is", e);
        }
    }

    /** Gives the room back. */
    void clear() {
        if (!mount("-o", "remount,size=" + SIZE)) {
            throw new IllegalStateException(folder + " cannot be given room again");
        }
    }

    private boolean mount(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        command.add(folder.toString());
        return run(command);
    }

    private static boolean run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        run(List.of("umount", "-l", folder.toString()));
    }
}
