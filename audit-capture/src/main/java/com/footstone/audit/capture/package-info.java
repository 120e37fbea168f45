/**
 * What an application adds to be audited, in one of two ways: {@link com.footstone.audit.capture.AuditedDataSource} around
 * its data source, or {@code jdbc:audit:} in front of its JDBC URL ({@link com.footstone.audit.capture.AuditDriver}).
 *
 * <p>The application comes first: capture never makes it wait and never makes a call fail that would have succeeded.
 * Judging what was captured stays out; that is the service's work.
 */
package com.footstone.audit.capture;
