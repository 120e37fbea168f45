package com.footstone.audit.rule;

/** What an operator has set for a rule, or else what holds by default. */
public interface ThresholdValues {

    /**
     * The value in force, within the threshold's bounds.
     *
     * @throws IllegalArgumentException if the rule's description does not name the threshold
     */
    <T> T get(Threshold<T> threshold);
}
