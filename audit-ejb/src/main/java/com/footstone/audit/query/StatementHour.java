package com.footstone.audit.query;

import java.time.Instant;

import com.footstone.audit.model.anomaly.Subject;

/**
 * What of a window an application executed of one statement in one hour.
 *
 * @param subject the application and the statement
 * @param hour beginning of the hour, by the time of execution
 * @param executions how often
 * @param rows rows that were returned, as far as producers tell
 */
public record StatementHour(Subject subject, Instant hour, long executions, long rows) {}
