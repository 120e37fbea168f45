package com.footstone.audit.governance;

import java.time.Instant;

import com.footstone.audit.model.policy.RehearsalReport;

/**
 * What a change of the policy would have done.
 *
 * @param basedOn the version in force, from which it was thought
 * @param from when the first of the events was received that were looked at
 * @param to when it was looked
 * @param whole whether these are all of the hours that were asked for; if not, the newest
 * @param report what would have been
 */
public record DryRunReport(long basedOn, Instant from, Instant to, boolean whole, RehearsalReport report) {}
