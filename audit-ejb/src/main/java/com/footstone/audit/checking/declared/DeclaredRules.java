package com.footstone.audit.checking.declared;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
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

/** The declared rules that the configuration names, read once at start. */
@ApplicationScoped
public class DeclaredRules implements RuleSource {

    static final Setting<String> PATH = Setting.optional(
            "audit.rules.declared",
            "File with declared rules, or folder of such files; a rule that cannot be used stops the start");

    @Inject
    Config config;

    @Inject
    @Any
    Instance<SettingsSource> sources;

    private RuleFiles.Reading reading;

    /** Without rules until the configuration was read. */
    public DeclaredRules() {
        this(new RuleFiles.Reading(List.of(), List.of()));
    }

    DeclaredRules(RuleFiles.Reading reading) {
        this.reading = reading;
    }

    @PostConstruct
    void read() {
        String path = PATH.read(config);
        if (!path.isEmpty()) {
            reading = read(path);
        }
    }

    private RuleFiles.Reading read(String path) {
        try {
            return RuleFiles.read(Path.of(path), taken());
        } catch (InvalidPathException e) {
            return new RuleFiles.Reading(List.of(), List.of("it is no name of a file"));
        }
    }

    /** The other sources' keys; of sources of rules this is the first, so that it asks none. */
    private Set<String> taken() {
        return sources.handlesStream()
                .filter(handle ->
                        !RuleSource.class.isAssignableFrom(handle.getBean().getBeanClass()))
                .flatMap(handle -> handle.get().settings().stream())
                .map(Setting::environmentVariable)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Rule> rules() {
        return List.copyOf(reading.rules());
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(List.of(PATH));
        reading.rules().forEach(rule -> settings.addAll(rule.settings()));
        return settings;
    }

    /** One wrong rule refuses them all: a roll-out that stops is seen, a rule that is quietly not there is not. */
    @Override
    public void verify(Config ignored) {
        if (!reading.faults().isEmpty()) {
            throw new ConfigurationException(
                    PATH.key(),
                    "names rules that cannot be used; correct them (docs/rules/own-rules.md): "
                            + String.join("; ", reading.faults()));
        }
    }
}
