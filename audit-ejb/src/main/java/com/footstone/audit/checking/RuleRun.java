package com.footstone.audit.checking;

import java.time.Duration;

/**
 * How one rule fared with one batch.
 *
 * @param rule id of the rule
 * @param took time it needed for the whole batch
 * @param failures on how many events it threw
 * @param fault type and place of the first exception, or empty; its message is left out because it may quote SQL
 */
public record RuleRun(String rule, Duration took, int failures, String fault) {}
