package com.footstone.audit.query;

import java.time.Instant;

import com.footstone.audit.model.anomaly.Subject;

/**
 * What of a window a user executed in one hour.
 *
 * @param subject the user and the database
 * @param hour beginning of the hour, by the time of execution
 * @param executions how many statements
 * @param rows rows that were returned, as far as producers tell
 * @param executed when the first and the last were executed
 */
public record UserHour(Subject subject, Instant hour, long executions, long rows, Span executed) {}
