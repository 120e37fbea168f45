package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;

/**
 * Something to check executions for. A rule is a stateless CDI bean ({@code @Dependent}) with a constructor without
 * parameters; being one is all it takes to run, to be configurable and to be measured.
 */
public sealed interface Rule extends SettingsSource permits EventRule, BatchRule, GuardedRule {

    /** What the rule is. */
    RuleInfo info();

    @Override
    default List<Setting<?>> settings() {
        return info().settings();
    }
}
