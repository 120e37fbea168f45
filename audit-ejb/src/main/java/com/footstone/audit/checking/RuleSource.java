package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.config.SettingsSource;

/**
 * Brings rules that are not beans: those that an operator adds. It is a CDI bean itself, and names the settings of its rules
 * with its own, so that they are checked and shown like all others. What cannot be used it keeps to itself until it is asked
 * to {@link #verify}, which refuses the start.
 */
public interface RuleSource extends SettingsSource {

    /** The rules, whether switched on or not. */
    List<Rule> rules();
}
