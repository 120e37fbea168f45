/**
 * Bytes of a record in, an event or a reason why not out: wire format version 1, {@code sql-audit-event-v1.schema.json}.
 *
 * <p>Everything here is a function of the bytes and the clock. Who reads records, what becomes of those that cannot be
 * decoded, and what a statement means stay out. Bytes come from outside and are taken for hostile: time, memory and depth
 * are bounded, and no message repeats any part of them.
 */
package com.footstone.audit.intake.decode;
