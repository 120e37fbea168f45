package com.footstone.audit.checking;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.footstone.audit.model.Statement;

/**
 * Names of tables, columns, users or databases, as somebody who configures a rule writes them: in any case of letters, without quotes, with
 * {@code *} for any characters. One with a dot is compared with a name as the statement has it, one without with the last
 * part of the name alone, whatever schema stands before it: {@code tmp_*} is not {@code tmp_payroll.salaries}.
 */
public final class NamePatterns {

    private final Set<String> exact;
    /** Those with {@code *}, cut at each, for the last part of a name. */
    private final List<String[]> wildLast;
    /** The same, for a name as the statement has it. */
    private final List<String[]> wildWhole;

    private NamePatterns(Set<String> exact, List<String[]> wildLast, List<String[]> wildWhole) {
        this.exact = exact;
        this.wildLast = wildLast;
        this.wildWhole = wildWhole;
    }

    /** The names that some patterns stand for. */
    public static NamePatterns of(List<String> patterns) {
        List<String> plain = patterns.stream().map(NamePatterns::plain).toList();
        Map<Boolean, List<String>> byStar = plain.stream().collect(Collectors.partitioningBy(one -> one.contains("*")));
        Map<Boolean, List<String[]>> byDot = byStar.get(true).stream()
                .collect(Collectors.partitioningBy(
                        pattern -> pattern.contains("."),
                        Collectors.mapping(pattern -> pattern.split("\\*", -1), Collectors.toList())));
        return new NamePatterns(Set.copyOf(byStar.get(false)), byDot.get(false), byDot.get(true));
    }

    /** The first of some names that is one of these. */
    public Optional<String> first(Collection<String> names) {
        for (String name : names) {
            if (has(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The first of some tables that is one of these, in whichever database and behind whichever link it is. */
    public Optional<String> firstAnywhere(Collection<String> tables) {
        for (String table : tables) {
            if (hasAnywhere(table)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** The first table that a statement reads, or else changes, that is one of these. */
    public Optional<String> firstTable(Statement statement) {
        return first(statement.tablesRead()).or(() -> first(statement.tablesWritten()));
    }

    private boolean hasAnywhere(String name) {
        int link = name.indexOf('@', 1);
        String table = link < 0 ? name : name.substring(0, link);
        boolean found = has(table);
        for (int dot = table.indexOf('.'); dot >= 0 && !found; dot = table.indexOf('.', dot + 1)) {
            found = has(table.substring(dot + 1));
        }
        return found;
    }

    /** Whether a name is one of these. */
    public boolean has(String name) {
        String whole = plain(name);
        String last = whole.substring(whole.lastIndexOf('.') + 1);
        return exact.contains(whole) || exact.contains(last) || any(wildLast, last) || any(wildWhole, whole);
    }

    /** Whether a text as a whole is one of these; a dot in it sets nothing apart, as in the name of a host. */
    public boolean hasWhole(String text) {
        String whole = plain(text);
        return exact.contains(whole) || any(wildLast, whole) || any(wildWhole, whole);
    }

    private static boolean any(List<String[]> wild, String name) {
        for (String[] parts : wild) {
            if (matches(parts, name)) {
                return true;
            }
        }
        return false;
    }

    /** Each part is taken where it comes first, which is where it leaves most room for the others. */
    static boolean matches(String[] parts, String name) {
        String tail = parts[parts.length - 1];
        int end = name.length() - tail.length();
        if (end < parts[0].length() || !name.startsWith(parts[0]) || !name.endsWith(tail)) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], from);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }

    private static String plain(String name) {
        StringBuilder plain = null;
        for (int i = 0; i < name.length(); i++) {
            if ("\"`[]".indexOf(name.charAt(i)) >= 0) {
                plain = plain == null ? new StringBuilder(name.length()).append(name, 0, i) : plain;
            } else if (plain != null) {
                plain.append(name.charAt(i));
            }
        }
        return (plain == null ? name : plain.toString()).toLowerCase(Locale.ROOT);
    }
}
