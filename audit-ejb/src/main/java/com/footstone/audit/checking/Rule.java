package com.footstone.audit.checking;

import java.util.List;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;

/**
 * Something to check executions for. A rule is a stateless CDI bean ({@code @Dependent}) with a constructor without
 * parameters; being one is all it takes to run, to be configurable and to be measured.
 */
public sealed interface Rule extends SettingsSource permits EventRule, BatchRule {

    /** What the rule is. */
    RuleInfo info();

    /**
     * The rule with its thresholds filled in.
     *
     * @throws com.footstone.audit.config.ConfigurationException if thresholds do not go together
     */
    Check with(Thresholds thresholds);

    /**
     * Refuses thresholds that the rule could not work with.
     *
     * @throws com.footstone.audit.config.ConfigurationException saying why
     */
    default void verify(Thresholds thresholds) {
        with(thresholds);
    }

    @Override
    default void verify(Config config) {
        verify(Thresholds.from(config));
    }

    @Override
    default List<Setting<?>> settings() {
        return info().settings();
    }

    /** A rule with its thresholds, called by several threads at once. */
    sealed interface Check permits EventRule.Check, BatchRule.Check {}
}
