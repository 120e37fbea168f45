package com.footstone.audit.checking.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;

/** Loads rules from jars, each jar by itself. */
public final class RuleJars {

    private static final String SERVICES = "META-INF/services/" + AuditRule.class.getName();

    private final Guards guards;
    private final Set<String> taken;
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();

    private RuleJars(Guards guards, Set<String> taken) {
        this.guards = guards;
        this.taken = new HashSet<>(taken);
    }

    /**
     * What was read.
     *
     * @param rules those that can be used
     * @param faults what is wrong with others, each with its jar; empty if all is well
     * @param loaders to be closed when the rules are not needed any more
     */
    public record Reading(List<Rule> rules, List<String> faults, List<URLClassLoader> loaders) {
        public Reading {
            rules = List.copyOf(rules);
            faults = List.copyOf(faults);
            loaders = List.copyOf(loaders);
        }
    }

    /** Reads a jar, of which no rule may have the name of another one that there is; for use without a server. */
    public static Reading readBeside(Iterable<? extends Rule> others, Path jar) {
        Set<String> taken = new HashSet<>();
        others.forEach(rule -> taken.add(rule.info().enabled().environmentVariable()));
        RuleThreads threads = new RuleThreads();
        Reading reading = read(jar, taken, new Guards(GuardSettings.defaults(), threads, threads));
        List<String> faults = new ArrayList<>(reading.faults());
        for (Rule rule : reading.rules()) {
            try {
                rule.verify(Thresholds.defaults());
            } catch (ConfigurationException e) {
                faults.add(jar + ", rule " + rule.info().id() + ": " + e.getMessage());
            }
        }
        return new Reading(reading.rules(), faults, reading.loaders());
    }

    /**
     * Reads a jar, or all jars of a folder; there may be none in it.
     *
     * @param taken environment variables of the switches of other rules: no two rules may share one
     * @param guards makes the guards of the rules
     */
    static Reading read(Path path, Set<String> taken, Guards guards) {
        RuleJars jars = new RuleJars(guards, taken);
        jars.in(path).forEach(jars::add);
        return new Reading(jars.rules, jars.faults, jars.loaders);
    }

    private List<Path> in(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(RuleJars::isJar).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            faults.add(path + " cannot be read; let the service read the folder");
            return List.of();
        }
    }

    private static boolean isJar(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && name.endsWith(".jar");
    }

    private void add(Path jar) {
        try {
            requireServices(jar);
            URLClassLoader loader = new URLClassLoader(
                    jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, new ApiLoader());
            loaders.add(loader);
            ServiceLoader.load(AuditRule.class, loader).forEach(rule -> add(jar, rule));
        } catch (IOException e) {
            faults.add(jar + " cannot be read as a jar; see that it is there, is whole and may be read");
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            faults.add(jar + " has a rule that cannot be made: " + e + cause(e));
        }
    }

    private void requireServices(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(SERVICES) == null) {
                faults.add(jar + " names no rule; name its classes in " + SERVICES + ", or take it away");
            }
        }
    }

    private static String cause(Throwable thrown) {
        return thrown.getCause() == null ? "" : ", because of " + thrown.getCause();
    }

    private void add(Path jar, AuditRule rule) {
        RuleDescription description = rule.description();
        if (description == null) {
            faults.add(jar + ", " + rule.getClass().getName() + ": the rule has no description");
            return;
        }
        Rule ours = new ForeignRule(rule, description, guards);
        if (taken.add(ours.info().enabled().environmentVariable())) {
            rules.add(ours);
        } else {
            faults.add(jar + ", rule " + description.id() + ": id is that of another rule; choose another");
        }
    }
}
