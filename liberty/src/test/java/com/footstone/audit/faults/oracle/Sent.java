package com.footstone.audit.faults.oracle;

import java.time.Instant;

import com.footstone.audit.faults.load.Specimen;

/**
 * An event as the topic holds it.
 *
 * @param specimen what it is
 */
record Sent(long offset, Specimen specimen, String eventId, String application, Instant timestamp) {}
