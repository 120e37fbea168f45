package com.footstone.audit.checking;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of tenants, applications, databases or users as a policy has them: compared as a whole, in any case of letters,
 * with {@code *} for any characters. Unlike a table, none of these has a schema that could be left out.
 */
final class WholeNames {

    private final Set<String> exact;
    private final List<String[]> wild;

    WholeNames(List<String> names) {
        List<String> small = names.stream().map(WholeNames::small).toList();
        exact = small.stream().filter(name -> !name.contains("*")).collect(Collectors.toUnmodifiableSet());
        wild = small.stream()
                .filter(name -> name.contains("*"))
                .map(name -> name.split("\\*", -1))
                .toList();
    }

    /** Whether no names are given, so that there is no condition, or the name is one of them. */
    boolean admit(String name) {
        if (exact.isEmpty() && wild.isEmpty()) {
            return true;
        }
        if (name == null) {
            return false;
        }
        String small = small(name);
        return exact.contains(small) || wild.stream().anyMatch(parts -> NamePatterns.matches(parts, small));
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
