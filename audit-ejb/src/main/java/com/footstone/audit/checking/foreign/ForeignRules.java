package com.footstone.audit.checking.foreign;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.RuleSource;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;

/** The rules in jars that the server's folder for them holds, loaded once at start. */
@ApplicationScoped
public class ForeignRules implements RuleSource {

    private static final System.Logger LOG = System.getLogger(ForeignRules.class.getName());

    static final Setting<String> PATH = Setting.optional(
            "audit.rules.jars",
            "Folder of jars with rules in Java; the folder rules of the server unless set; a jar that cannot be used stops the"
                    + " start");

    @Inject
    Config config;

    @Inject
    @Any
    Instance<SettingsSource> sources;

    private final RuleThreads threads = new RuleThreads();
    private final RuleThreads trials = new RuleThreads();
    private RuleJars.Reading reading = new RuleJars.Reading(List.of(), List.of(), List.of());

    @PostConstruct
    void read() {
        String path = PATH.read(config);
        if (!path.isEmpty()) {
            reading = read(path);
            reading.rules()
                    .forEach(rule -> LOG.log(
                            System.Logger.Level.INFO,
                            "The rule {0} of a jar was loaded",
                            rule.info().id()));
        }
    }

    private RuleJars.Reading read(String path) {
        try {
            GuardSettings settings = GuardSettings.from(config);
            return RuleJars.read(Path.of(path), taken(), new Guards(settings, threads, trials));
        } catch (InvalidPathException e) {
            return new RuleJars.Reading(List.of(), List.of("it is no name of a file"), List.of());
        } catch (ConfigurationException e) {
            // Told by the check of the settings.
            return reading;
        }
    }

    private Set<String> taken() {
        return sources.handlesStream()
                .filter(handle -> handle.getBean().getBeanClass() != ForeignRules.class)
                .flatMap(handle -> handle.get().settings().stream())
                .map(Setting::environmentVariable)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Rule> rules() {
        return reading.rules();
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(List.of(PATH));
        settings.addAll(GuardSettings.SETTINGS);
        reading.rules().forEach(rule -> settings.addAll(rule.settings()));
        return settings;
    }

    /** One wrong jar refuses them all, as with declared rules. */
    @Override
    public void verify(Config values) {
        if (!reading.faults().isEmpty()) {
            throw new ConfigurationException(
                    PATH.key(),
                    "names jars that cannot be used; correct them or take them away (docs/rules/own-rules.md): "
                            + String.join("; ", reading.faults()));
        }
        reading.rules().forEach(rule -> rule.verify(values));
    }

    @PreDestroy
    void close() {
        threads.close();
        trials.close();
        for (URLClassLoader loader : reading.loaders()) {
            try {
                loader.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "A jar of rules could not be closed", e);
            }
        }
    }
}
