package com.footstone.audit.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name in the configuration that looks like ours and that nobody reads: most often a slip of the pen.
 *
 * @param name the name as it stands in the configuration
 * @param nearest the known key (or environment variable) that is spelled most alike
 */
public record UnknownKey(String name, String nearest) {

    private static final Pattern OURS = Pattern.compile("(checker|audit|kafka)\\..+");

    /**
     * Environment variables of ours. {@code KAFKA_*} is left out: images and operators of Kafka set many of their own.
     * {@code AUDIT_KAFKA_*} is how the capture library is told of Kafka, and it may share our environment.
     */
    private static final Pattern OUR_VARIABLE = Pattern.compile("(CHECKER|AUDIT(?!_KAFKA_))_[A-Z0-9_]+");

    /** Kubernetes sets these for every service whose name begins like ours. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".+_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT|PORT_\\d+_(TCP|UDP|SCTP)(_.+)?)");

    static List<UnknownKey> among(Iterable<String> names, List<String> knownKeys) {
        Set<String> present = new TreeSet<>();
        names.forEach(present::add);
        List<String> variables =
                knownKeys.stream().map(Setting::environmentVariable).toList();
        List<UnknownKey> unknown = new ArrayList<>();
        for (String name : present) {
            if (unknownKey(name, knownKeys, present)) {
                unknown.add(new UnknownKey(name, nearest(name, knownKeys)));
            } else if (unknownVariable(name, variables)) {
                unknown.add(new UnknownKey(name, nearest(name, variables)));
            }
        }
        return unknown;
    }

    private static boolean unknownKey(String name, List<String> known, Set<String> present) {
        // Configuration providers show an environment variable a second time under a dotted name that they guess.
        boolean guessed = present.contains(Setting.environmentVariable(name));
        return OURS.matcher(name).matches() && !known.contains(name) && !guessed;
    }

    private static boolean unknownVariable(String name, List<String> known) {
        return OUR_VARIABLE.matcher(name).matches()
                && !known.contains(name)
                && !SERVICE_LINK.matcher(name).matches();
    }

    private static String nearest(String name, List<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElse("none");
    }

    /** Levenshtein distance: how many characters to insert, delete or replace. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
