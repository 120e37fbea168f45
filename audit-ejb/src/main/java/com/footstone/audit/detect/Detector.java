package com.footstone.audit.detect;

import java.util.List;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.model.anomaly.Window;

/**
 * Something to look for over many executions. A detector is a stateless CDI bean ({@code @Dependent}) with a constructor
 * without parameters; being one is all it takes to run, to be configurable and to be measured.
 */
public interface Detector extends SettingsSource {

    /** What the detector is. It is described, named and configured as a rule is. */
    RuleInfo info();

    /**
     * The detector with its thresholds filled in.
     *
     * @throws com.footstone.audit.config.ConfigurationException if thresholds do not go together
     */
    Look with(Thresholds thresholds);

    /** A window is judged by the values that hold when it is: a change means nothing for those that are judged. */
    @Override
    default List<Setting<?>> settings() {
        return info().settings().stream().<Setting<?>>map(Setting::hot).toList();
    }

    @Override
    default void verify(Config config) {
        with(Thresholds.from(config));
    }

    /** A detector with its thresholds. */
    @FunctionalInterface
    interface Look {

        /**
         * What is conspicuous.
         *
         * @param window what to judge now; windows come one after the other, each once. A detector may look further back
         * @param knowledge what may be asked; what it throws means that the window is judged later
         */
        Sighting at(Window window, Knowledge knowledge);
    }
}
