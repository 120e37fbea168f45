package com.footstone.audit.query;

import com.footstone.audit.model.anomaly.Subject;

/**
 * From where a user came in a window.
 *
 * @param subject the user and the database
 * @param host the machine on which the application ran; empty if nobody told
 * @param clientAddress the address of the user's client; empty if nobody told
 * @param executions how many statements
 * @param executed when the first and the last were executed
 */
public record UserOrigin(Subject subject, String host, String clientAddress, long executions, Span executed) {}
