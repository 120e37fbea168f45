/**
 * What detectors found, and up to when each has judged, in PostgreSQL and in one transaction, as told in {@code
 * docs/adr/0014-windows-and-history.md}. What is conspicuous is decided by {@code detect}.
 */
package com.footstone.audit.sink.anomaly;
