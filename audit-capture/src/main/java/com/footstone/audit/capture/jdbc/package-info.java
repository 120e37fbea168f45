/**
 * What JDBC objects have to tell: connections and statements seen through proxies, result sets counted as they are read,
 * and the executions that are still open.
 *
 * <p>Every call reaches the driver unchanged, and its result or exception reaches the application unchanged, whatever
 * happens in here. Kafka stays out.
 *
 * <p>Not seen: what the driver runs of its own accord (metadata, updates through an updatable result set) and what the
 * application runs on the driver's own objects that it has unwrapped.
 */
package com.footstone.audit.capture.jdbc;
