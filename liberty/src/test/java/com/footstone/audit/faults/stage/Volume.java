package com.footstone.audit.faults.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** Leaves no room for another page. */
    void fill() {
        try {
            FileStore store = Files.getFileStore(folder);
            long used = store.getTotalSpace() - store.getUnallocatedSpace();
            if (!mount("-o", "remount,size=" + Math.max(PAGE, used))) {
                throw new IllegalStateException(folder + " cannot be made full");
            }
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
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean done = process.waitFor() == 0;
            if (!done) {
                System.out.println(words);
            }
            return done;
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
