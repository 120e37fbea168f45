package com.footstone.audit.checking.sensitive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.footstone.audit.checking.sensitive.CatalogueEntry.Section;
import com.footstone.audit.config.ConfigurationException;

/** Reads a catalogue. The shipped one, {@code catalogue.txt}, is the example of its format. */
final class CatalogueText {

    private static final String NOT_SENSITIVE = "none";
    private static final int MOST_FAULTS = 5;

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*");
    private static final Pattern COLUMN = Pattern.compile("[^\\s.=]+(\\.[^\\s.=]+){1,3}");
    private static final Pattern TABLE = Pattern.compile("[^\\s.=]+(\\.[^\\s.=]+){0,2}");

    private final List<CatalogueEntry> entries = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private Section section;

    private CatalogueText() {}

    /**
     * Reads all entries.
     *
     * @param key the setting that names the text
     * @throws ConfigurationException naming the lines that cannot be read
     */
    static List<CatalogueEntry> read(String text, String key) {
        CatalogueText catalogue = new CatalogueText();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            catalogue.line(i + 1, lines[i].strip().toLowerCase(Locale.ROOT));
        }
        if (!catalogue.faults.isEmpty()) {
            String shown = catalogue.faults.stream().limit(MOST_FAULTS).collect(Collectors.joining("; "));
            int more = catalogue.faults.size() - MOST_FAULTS;
            throw new ConfigurationException(
                    key,
                    "names a catalogue that cannot be read: " + shown + (more > 0 ? "; and " + more + " more" : ""));
        }
        return catalogue.entries;
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("[")) {
            heading(number, line);
        } else if (section == null) {
            fault(number, line, "stands before the first heading; begin with " + headings());
        } else if (section.isOfWordsAlone()) {
            keys(number, line, EnumSet.noneOf(Tag.class));
        } else {
            assignment(number, line);
        }
    }

    private void heading(int number, String line) {
        Optional<Section> found = line.endsWith("]")
                ? Section.of(line.substring(1, line.length() - 1).strip())
                : Optional.empty();
        found.ifPresentOrElse(
                known -> section = known, () -> fault(number, line, "is no heading; use one of " + headings()));
    }

    private void assignment(int number, String line) {
        int sign = line.lastIndexOf('=');
        if (sign <= 0) {
            fault(number, line, "has no tags; write: name = tag, tag");
            return;
        }
        Set<Tag> tags = EnumSet.noneOf(Tag.class);
        String[] names = line.substring(sign + 1).split(",", -1);
        boolean none = names.length == 1 && names[0].strip().equals(NOT_SENSITIVE);
        for (String name : none ? new String[0] : names) {
            Optional<Tag> tag = Tag.of(name.strip());
            if (tag.isEmpty()) {
                fault(number, name.strip(), "is no tag; use " + Tag.names(List.of(Tag.values())) + " or none");
                return;
            }
            tags.add(tag.get());
        }
        keys(number, line.substring(0, sign), tags);
    }

    private void keys(int number, String keys, Set<Tag> tags) {
        for (String item : keys.split(",", -1)) {
            String key = item.strip().replaceAll("\\s+", " ");
            if (!pattern().matcher(key).matches()) {
                fault(number, key, "is no " + expected());
            } else if (!seen.add(section + key)) {
                fault(number, key, "is there twice under [" + section.title + "]; keep one");
            } else {
                entries.add(new CatalogueEntry(section, key, tags));
            }
        }
    }

    private Pattern pattern() {
        return section == Section.COLUMNS ? COLUMN : section == Section.TABLES ? TABLE : WORDS;
    }

    private String expected() {
        return switch (section) {
            case COLUMNS -> "column; write table.column or schema.table.column";
            case TABLES -> "table; write table or schema.table, with * for any characters";
            default -> "name; write its words separated by spaces, letters and digits only";
        };
    }

    private void fault(int number, String at, String advice) {
        faults.add("line " + number + ": '" + (at.length() > 60 ? at.substring(0, 60) + "…" : at) + "' " + advice);
    }

    private static String headings() {
        return Arrays.stream(Section.values())
                .map(known -> "[" + known.title + "]")
                .collect(Collectors.joining(", "));
    }
}
