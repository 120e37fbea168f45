package com.footstone.audit.config;

import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

/** Refuses to start on a bad value, so that a wrong threshold is a failed deployment and not a month of wrong findings. */
@Singleton
@Startup
public class ConfigurationCheck {

    private static final Logger LOG = Logger.getLogger(ConfigurationCheck.class.getName());

    @Inject
    Config config;

    @Inject
    HotSettings hot;

    @Inject
    @Any
    Instance<SettingsSource> sources;

    @PostConstruct
    void check() {
        KnownSettings known = new KnownSettings(sources);
        known.unknown(config.getPropertyNames())
                .forEach(key -> LOG.log(
                        Level.WARNING,
                        "Nobody reads the configuration key {0}; is {1} meant? Correct or remove it.",
                        new Object[] {key.name(), key.nearest()}));
        try {
            hot.begin();
            known.verify(hot.config());
        } catch (ConfigurationException e) {
            LOG.log(Level.SEVERE, "The application does not start. {0}", e.getMessage());
            throw e;
        }
    }
}
