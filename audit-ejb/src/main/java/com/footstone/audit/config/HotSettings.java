package com.footstone.audit.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/**
 * Follows the settings that may change while the service runs ({@code docs/adr/0017-hot-settings.md}). Whoever has such a
 * setting reads it from here each time that it is about to act by it.
 */
@ApplicationScoped
public class HotSettings {

    static final Setting<String> FOLDER = Setting.optional(
            "audit.settings.folder",
            "Folder whose files are settings that may change while the service runs, a key each; looked at every 2 seconds, and"
                    + " taken once two looks in a row find the same");

    /** Two looks, and what follows of a change, are within the five seconds that are promised. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Config below;

    @Inject
    @Any
    private Instance<SettingsSource> sources;

    @Inject
    @RegistryScope(scope = MetricRegistry.APPLICATION_SCOPE)
    private MetricRegistry registry;

    private volatile Optional<HotValues> values = Optional.empty();
    private Optional<Future<?>> looking = Optional.empty();

    /**
     * Reads the folder and follows it from now on; what it holds is not verified yet.
     *
     * @throws ConfigurationException if it cannot be read
     */
    void begin() {
        registry.gauge(
                Metadata.builder()
                        .withName("audit_settings_refused")
                        .withDescription("1 while the folder of settings holds what cannot be used")
                        .withUnit(MetricUnits.NONE)
                        .build(),
                () -> refusal().isPresent() ? 1 : 0);
        String folder = FOLDER.read(below);
        if (!folder.isEmpty()) {
            HotValues read = new HotValues(below, new KnownSettings(sources), new SettingsFolder(Path.of(folder)));
            values = Optional.of(read);
            looking = Optional.of(executor.scheduleWithFixedDelay(
                    read::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void end() {
        looking.ifPresent(future -> future.cancel(false));
    }

    /** The configuration as it is now. */
    public Config config() {
        return values.map(HotValues::config).orElse(below);
    }

    /** Why what the folder holds is not in force; empty if it is, or there is no folder. */
    public Optional<String> refusal() {
        return values.flatMap(HotValues::refusal);
    }

    /** Makes the key known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(FOLDER);
        }
    }
}
