/**
 * Keeps what was audited: events in ClickHouse, findings, statements and intake positions in PostgreSQL.
 *
 * <p>Writes only; reads go through {@code query}. Nothing here retries or decides an order: that is {@code intake}'s, by
 * the protocol of {@code docs/adr/0002-delivery.md}. Only redacted text arrives in a store.
 */
package com.footstone.audit.sink;
