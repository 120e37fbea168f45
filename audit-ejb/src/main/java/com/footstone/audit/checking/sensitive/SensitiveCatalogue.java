package com.footstone.audit.checking.sensitive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.footstone.audit.analysis.name.NameParts;
import com.footstone.audit.checking.NamePatterns;
import com.footstone.audit.config.ConfigurationException;

/**
 * Which columns and tables are sensitive, and why: what is shipped, and what the operator adds or says anew. Of several
 * declarations the last one counts, and a declaration counts more than a name. Does not change.
 */
public final class SensitiveCatalogue {

    private static final String SHIPPED = "catalogue.txt";

    /** What a table's key, or a reference to another's, ends in. */
    private static final Set<String> KEY_WORDS = Set.of("id", "uuid", "guid", "key");

    /**
     * @param table the table as declared
     * @param bare the same without its schema, for statements that leave the schema out
     */
    private record Declared(NamePatterns table, NamePatterns bare, String column, Set<Tag> tags) {

        static Declared of(String table, String column, Set<Tag> tags) {
            String last = table.substring(table.lastIndexOf('.') + 1);
            // All tables of a schema: without a schema nobody knows which those are.
            String bare = last.equals("*") ? table : last;
            return new Declared(NamePatterns.of(List.of(table)), NamePatterns.of(List.of(bare)), column, tags);
        }

        boolean isOf(String given) {
            String name = withoutLink(given);
            return table.has(name) || (name.indexOf('.') < 0 && bare.has(name));
        }
    }

    private final NameWords columnNames = new NameWords();
    private final NameWords tableNames = new NameWords();
    private final List<Declared> columns = new ArrayList<>();
    private final List<Declared> tables = new ArrayList<>();

    private SensitiveCatalogue(List<CatalogueEntry> entries) {
        entries.forEach(this::add);
    }

    /** The catalogue that is shipped. */
    public static SensitiveCatalogue shipped() {
        return new SensitiveCatalogue(shippedEntries());
    }

    /**
     * The shipped catalogue and what a file says beyond it.
     *
     * @param file where the file is; empty for the shipped catalogue alone
     * @param key the setting that names the file
     * @throws ConfigurationException if there is no such file, or a line of it cannot be read
     */
    public static SensitiveCatalogue extendedBy(String file, String key) {
        List<CatalogueEntry> entries = new ArrayList<>(shippedEntries());
        if (!file.isEmpty()) {
            entries.addAll(CatalogueText.read(text(file, key), key));
        }
        return new SensitiveCatalogue(entries);
    }

    /**
     * Why a column is sensitive.
     *
     * @param table its table, with schema where that is known, or empty if the table is not known
     * @return empty if it is not sensitive
     */
    public Set<Tag> ofColumn(String table, String column) {
        Optional<Set<Tag>> declared = declared(table, column);
        if (declared.isPresent()) {
            return declared.get();
        }
        Set<Tag> byName = columnNames.tags(column);
        if (table.isEmpty() || isKey(column)) {
            return byName;
        }
        Set<Tag> ofTable = ofTable(table);
        return byName.isEmpty() ? ofTable : union(byName, ofTable);
    }

    /** What a column of a table was declared to be; empty if nothing was said of it. */
    public Optional<Set<Tag>> declared(String table, String column) {
        String name = column.toLowerCase(Locale.ROOT);
        for (int i = columns.size() - 1; i >= 0 && !table.isEmpty(); i--) {
            Declared declared = columns.get(i);
            if (declared.column().equals(name) && declared.isOf(table)) {
                return Optional.of(declared.tags());
            }
        }
        return Optional.empty();
    }

    /** Why a row of a table, with all its columns, is sensitive, as far as declarations and the table's name tell. */
    public Set<Tag> ofRow(String table) {
        Set<Tag> tags = ofTable(table);
        for (Declared declared : columns) {
            if (declared.isOf(table)) {
                // Asked for one by one: a later declaration may have taken it back.
                tags = union(tags, declared(table, declared.column()).orElse(Set.of()));
            }
        }
        return tags;
    }

    private Set<Tag> ofTable(String table) {
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (tables.get(i).isOf(table)) {
                return tables.get(i).tags();
            }
        }
        String name = withoutLink(table);
        return tableNames.tags(name.substring(name.lastIndexOf('.') + 1));
    }

    /** A link to another database of Oracle is no part of the table's name. */
    private static String withoutLink(String table) {
        int link = table.indexOf('@', 1);
        return link < 0 ? table : table.substring(0, link);
    }

    private static boolean isKey(String column) {
        List<String> parts = NameParts.of(column);
        return !parts.isEmpty() && KEY_WORDS.contains(parts.get(parts.size() - 1));
    }

    private static Set<Tag> union(Set<Tag> some, Set<Tag> others) {
        if (others.isEmpty()) {
            return some;
        }
        Set<Tag> all = EnumSet.copyOf(others);
        all.addAll(some);
        return all;
    }

    private void add(CatalogueEntry entry) {
        switch (entry.section()) {
            case COLUMN_NAMES -> columnNames.add(entry.key(), entry.tags());
            case TABLE_NAMES -> tableNames.add(entry.key(), entry.tags());
            case COLUMNS -> {
                int dot = entry.key().lastIndexOf('.');
                String column = entry.key().substring(dot + 1);
                columns.add(Declared.of(entry.key().substring(0, dot), column, entry.tags()));
            }
            case TABLES -> tables.add(Declared.of(entry.key(), "", entry.tags()));
            case FLAG_WORDS -> columnNames.addFlagWord(entry.key());
            case FORM_WORDS -> columnNames.addFormWord(entry.key());
        }
    }

    private static List<CatalogueEntry> shippedEntries() {
        try (InputStream in = SensitiveCatalogue.class.getResourceAsStream(SHIPPED)) {
            return CatalogueText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped catalogue cannot be read; the archive is damaged", e);
        }
    }

    private static String text(String file, String key) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(
                    key, "names a file that cannot be read; name a text file in UTF-8, or leave it out");
        }
    }
}
