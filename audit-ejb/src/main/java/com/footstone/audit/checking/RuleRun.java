package com.footstone.audit.checking;

import java.time.Duration;

/**
 * How one rule fared with one batch.
 *
 * @param rule id of the rule
 * @param took time it needed for the whole batch
 * @param failures on how many events it went wrong
 * @param fault type and place of the first exception, without its message, which may quote SQL; empty if there is nothing
 *     to tell, or nothing that was not told before
 */
public record RuleRun(String rule, Duration took, int failures, String fault) {}
