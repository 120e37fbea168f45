package com.footstone.audit.query;

import com.footstone.audit.model.anomaly.Subject;

/**
 * A statement that an application executed in a window.
 *
 * @param subject the application and the statement
 * @param kind what the statement does
 * @param executions how often
 * @param executed when the first and the last were executed
 */
public record SeenStatement(Subject subject, String kind, long executions, Span executed) {}
