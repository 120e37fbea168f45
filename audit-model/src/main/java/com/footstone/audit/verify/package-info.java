/**
 * The command that verifies evidence against ClickHouse, without the service and with no trust in it: {@code
 * docs/evidence.md}. It needs a JDK and nothing else, so that whoever must trust it can read all of it. The service does
 * not use it; what both use is in {@code model.evidence}.
 */
package com.footstone.audit.verify;
