package com.footstone.audit.query;

import com.footstone.audit.model.anomaly.Subject;

/**
 * That a user touched a table in a window.
 *
 * @param subject the user, the database and the table
 * @param executions statements that read or changed it
 * @param changes those of them that changed it
 * @param executed when the first and the last were executed
 */
public record TableAccess(Subject subject, long executions, long changes, Span executed) {}
