package com.footstone.audit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.eclipse.microprofile.config.Config;

/** Every setting that some component reads. */
public final class KnownSettings {

    private final List<SettingsSource> sources;
    private final SortedMap<String, Setting<?>> byKey = new TreeMap<>();

    /**
     * @throws IllegalStateException if two different settings have one key; components that share a key share the constant
     */
    public KnownSettings(Iterable<? extends SettingsSource> sources) {
        List<SettingsSource> all = new ArrayList<>();
        sources.forEach(all::add);
        this.sources = List.copyOf(all);
        this.sources.forEach(source -> source.settings().forEach(this::add));
    }

    private void add(Setting<?> setting) {
        Setting<?> other = byKey.putIfAbsent(setting.key(), setting);
        if (other != null && other != setting) {
            throw new IllegalStateException("Two settings are called " + setting.key() + "; keep one and share it");
        }
    }

    /** All settings by key. */
    public List<Setting<?>> all() {
        return List.copyOf(byKey.values());
    }

    /**
     * Reads every setting once.
     *
     * @throws ConfigurationException naming all keys whose value cannot be used, also if a reader of them failed otherwise
     */
    public void verify(Config config) {
        verify(config, setting -> true, source -> true);
    }

    /**
     * The same of what may change while the service runs: settings that are hot, and sources that have some. Of others
     * nothing can have become wrong, and what it takes to verify them again may be somebody else's code.
     *
     * @throws ConfigurationException naming all keys whose value cannot be used
     */
    void verifyHot(Config config) {
        verify(config, Setting::isHot, source -> source.settings().stream().anyMatch(Setting::isHot));
    }

    private void verify(Config config, Predicate<Setting<?>> which, Predicate<SettingsSource> whose) {
        List<ConfigurationException> faults = new ArrayList<>();
        byKey.values().stream()
                .filter(which)
                .forEach(setting -> attempt(setting.key(), () -> setting.read(config), faults));
        if (faults.isEmpty()) {
            sources.stream()
                    .filter(whose)
                    .forEach(source -> attempt(firstKey(source), () -> source.verify(config), faults));
        }
        if (!faults.isEmpty()) {
            throw ConfigurationException.of(faults);
        }
    }

    private static void attempt(String key, Runnable reading, List<ConfigurationException> faults) {
        try {
            reading.run();
        } catch (ConfigurationException e) {
            faults.add(e);
        } catch (RuntimeException e) {
            // Its message may quote a secret.
            faults.add(new ConfigurationException(
                    key,
                    "or what goes with it cannot be used: reading failed with "
                            + e.getClass().getName() + "; correct the value, or leave the key out"));
        }
    }

    private static String firstKey(SettingsSource source) {
        return source.settings().stream()
                .map(Setting::key)
                .findFirst()
                .orElse(source.getClass().getName());
    }

    /** Names among those given that look like ours and that nobody reads. */
    public List<UnknownKey> unknown(Iterable<String> names) {
        return UnknownKey.among(names, List.copyOf(byKey.keySet()));
    }
}
