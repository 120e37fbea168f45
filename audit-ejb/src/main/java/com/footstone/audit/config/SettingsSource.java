package com.footstone.audit.config;

import java.util.List;

import org.eclipse.microprofile.config.Config;

/**
 * Says which settings a component reads. Implemented by a CDI bean without dependencies in the component's package (a
 * nested class of its settings record will do); being one is all it takes to be checked at start and documented.
 */
public interface SettingsSource {

    /** The settings, in the order in which to document them. */
    List<Setting<?>> settings();

    /**
     * Refuses values that are each accepted but do not go together. Called when every single setting could be read.
     *
     * @throws ConfigurationException naming the keys at fault
     */
    default void verify(Config config) {
        // Settings that do not depend on each other have nothing more to say.
    }
}
