/**
 * A small shop on PostgreSQL: a real application whose SQL can be audited, with the accidents that real applications have.
 *
 * <p>{@link com.footstone.audit.dev.shop.Shop} is the way in, {@link com.footstone.audit.dev.shop.ShopMain} the program.
 * The shop keeps a ledger of what it truly executed, without help from the capture, so that the two can be compared.
 * Starting databases and brokers stays out, and so does everything about events and their journey.
 */
package com.footstone.audit.dev.shop;
