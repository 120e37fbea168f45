package com.footstone.audit.config;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

/** Tells an operator what this instance works with. Secrets are not in what it tells. */
@ApplicationScoped
public class EffectiveConfiguration {

    @Inject
    HotSettings hot;

    @Inject
    @Any
    Instance<SettingsSource> sources;

    /** Every setting with the value in force, by key. */
    public List<EffectiveSetting> settings() {
        Config config = hot.config();
        return new KnownSettings(sources)
                .all().stream()
                        .map(setting -> EffectiveSetting.of(setting, config))
                        .toList();
    }

    /** What looks like a setting of ours and is read by nobody. */
    public List<UnknownKey> unknown() {
        return new KnownSettings(sources).unknown(hot.config().getPropertyNames());
    }

    /** Why what the folder of settings holds is not in force; empty if it is, or there is no folder. */
    public Optional<String> refusal() {
        return hot.refusal();
    }
}
