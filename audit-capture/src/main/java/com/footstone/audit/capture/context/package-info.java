/**
 * On whose behalf a statement runs: what the application says about it, and the trace that OpenTelemetry is in.
 *
 * <p>Nothing here knows JDBC or Kafka.
 */
package com.footstone.audit.capture.context;
