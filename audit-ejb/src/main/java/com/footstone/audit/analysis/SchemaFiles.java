package com.footstone.audit.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads files of DDL. Says of them where they are at fault, and never what they hold. */
public final class SchemaFiles {

    /** Bounds of what is read: a schema that is larger is no schema, but a dump with its data. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_FILES = 256;
    private static final int MOST_LINES = 20;
    private static final String SUFFIX = ".sql";

    /** Nobody waits for a statement while the service starts. */
    private static final Duration OF_VIEW = Duration.ofSeconds(5);

    /** But whoever starts the service waits for it, and takes it for dead some day. */
    private static final Duration OF_ALL = Duration.ofSeconds(30);

    private final BoundedParser parser;
    private final BooleanSupplier timeIsUp;
    private final Map<Schemas.Key, Schema> schemas = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> learned = new ArrayList<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private final List<String> tookTooLong = new ArrayList<>();

    private SchemaFiles(Executor executor, Duration budget) {
        parser = new BoundedParser(executor, OF_VIEW);
        long begin = System.nanoTime();
        timeIsUp = () -> System.nanoTime() - begin >= budget.toNanos();
    }

    /**
     * What came of it.
     *
     * @param schemas what can be used
     * @param faults what is wrong with which file, so that it cannot be used at all; empty if all is well
     * @param learned what was learned, by file
     * @param notUnderstood which lines create tables or views that are not known now, or not in full, by file
     * @param tookTooLong likewise, where there was no time for them
     */
    public record Reading(
            Schemas schemas,
            List<String> faults,
            List<String> learned,
            List<String> notUnderstood,
            List<String> tookTooLong) {
        public Reading {
            faults = List.copyOf(faults);
            learned = List.copyOf(learned);
            notUnderstood = List.copyOf(notUnderstood);
            tookTooLong = List.copyOf(tookTooLong);
        }
    }

    /**
     * Reads the files of a folder that end in {@code .sql} and do not begin with a dot. Their names say of which database
     * they are and what kind of database that is: {@code shop.postgresql.sql}.
     *
     * @param executor runs parses, each for seconds at most, and all of them for half a minute
     */
    public static Reading ofFolder(Path folder, Executor executor) {
        return ofFolder(folder, executor, OF_ALL);
    }

    /** @param budget time after which nothing more is begun */
    static Reading ofFolder(Path folder, Executor executor, Duration budget) {
        SchemaFiles files = new SchemaFiles(executor, budget);
        files.in(folder).forEach(files::readNamed);
        return files.reading();
    }

    /**
     * Reads one file as the schema of every database of a kind.
     *
     * @param dbSystem the kind as an event names it
     */
    public static Reading ofFile(Path file, String dbSystem, Executor executor) {
        SchemaFiles files = new SchemaFiles(executor, OF_ALL);
        files.read(file, Schemas.OTHERS, Dialect.of(dbSystem));
        return files.reading();
    }

    private Reading reading() {
        return new Reading(new Schemas(schemas), faults, learned, notUnderstood, tookTooLong);
    }

    private List<Path> in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(SchemaFiles::isDdl).sorted().toList();
            if (files.isEmpty()) {
                faults.add(folder + " holds no file that ends in " + SUFFIX + "; put one there");
            }
            if (files.size() > MAX_FILES) {
                faults.add(folder + " holds more than " + MAX_FILES + " files; take some away");
                return List.of();
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            faults.add(folder + " is no folder that can be read; let the service read it");
            return List.of();
        }
    }

    private static boolean isDdl(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && name.endsWith(SUFFIX) && Files.isRegularFile(path);
    }

    private void readNamed(Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        int dot = stem.lastIndexOf('.');
        Dialect dialect = Dialect.of(stem.substring(dot + 1));
        if (dot < 1 || dialect == Dialect.UNKNOWN) {
            faults.add(file + " does not say which database it is of; call it as shop.postgresql.sql is called, with"
                    + " postgresql, mysql, mariadb, oracle or sqlserver after the database");
            return;
        }
        read(file, stem.substring(0, dot).toLowerCase(Locale.ROOT), dialect);
    }

    private void read(Path file, String database, Dialect dialect) {
        String text = text(file);
        if (text == null) {
            return;
        }
        SchemaReader.Reading read =
                SchemaReader.read(text, dialect, database.equals(Schemas.OTHERS) ? "" : database, parser, timeIsUp);
        if (schemas.putIfAbsent(new Schemas.Key(database, dialect), read.schema()) != null) {
            faults.add(file + " is the second one of its database; keep one");
        }
        learned.add(file + ": " + read.tables() + " tables, " + read.views() + " views");
        if (!read.notUnderstood().isEmpty()) {
            notUnderstood.add(file + ", " + lines(read.notUnderstood()));
        }
        if (!read.tookTooLong().isEmpty()) {
            tookTooLong.add(file + ", " + lines(read.tookTooLong()));
        }
        if (read.endedAt() > 0) {
            tookTooLong.add(file + ", from line " + read.endedAt() + " on");
        }
    }

    private static String lines(List<Integer> lines) {
        String shown = lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        String more = lines.size() > MOST_LINES ? " and " + (lines.size() - MOST_LINES) + " more" : "";
        return (lines.size() == 1 ? "line " : "lines ") + shown + more;
    }

    /** Null if it cannot be had. */
    private String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                faults.add(file + " is larger than " + MAX_BYTES + " bytes; export the schema without data");
                return null;
            }
            return text(Files.readAllBytes(file));
        } catch (CharacterCodingException e) {
            faults.add(file + " is not text in UTF-8, nor in UTF-16 with a byte order mark");
        } catch (IOException e) {
            faults.add(file + " cannot be read; see that it is there and that the service may read it");
        }
        return null;
    }

    /** SQL Server's own tool writes UTF-16. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        boolean little = begins(bytes, 0xff, 0xfe);
        boolean marked = little || begins(bytes, 0xfe, 0xff) || begins(bytes, 0xef, 0xbb, 0xbf);
        Charset charset = little
                ? StandardCharsets.UTF_16LE
                : begins(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return marked ? text.substring(1) : text;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
